-- One row per office: a regional office or a professional division, the units that hold case files.
select
    unit_id as office_id,
    unit_name as office_name,
    unit_level,
    province_id,
    valid_from,
    valid_to,
from marts.units
where unit_level in ('division', 'office')
