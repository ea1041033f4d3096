-- One row per unit within a unit, itself too, and its name; within the nation, every unit.
with recursive within as (
    select
        unit_id,
    from marts.units
    where unit_id = $unit
    union
    select
        units.unit_id,
    from marts.units as units
    join within
        on within.unit_id = units.parent_id
)

select
    unit_id,
    unit_name,
from marts.units
where $unit = 'VN' or unit_id in (select unit_id from within)
