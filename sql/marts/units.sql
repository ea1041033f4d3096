-- One row per unit of the system, with the province it belongs to.
select
    unit_id,
    unit_name,
    unit_level,
    parent_id,
    case unit_level
        when 'province' then coalesce(province_id, unit_id)
        when 'division' then coalesce(province_id, parent_id)
        when 'office' then coalesce(province_id, parent_id)
    end as province_id,
    valid_from,
    valid_to,
from staging.units
