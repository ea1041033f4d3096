-- A unit, whenever it was in force; none when nobody knows it.
select
    unit_id,
    unit_name,
    unit_level as level,
    parent_id,
    province_id,
    valid_from,
    valid_to,
from marts.units
where unit_id = $unit
