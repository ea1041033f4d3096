-- One row per unit directly below a unit, whenever it was in force.
select
    units.unit_id,
    units.unit_name,
    units.unit_level as level,
    units.parent_id,
    units.province_id,
    units.valid_from,
    units.valid_to,
from marts.units as units
left join marts.provinces as provinces
    on provinces.province_id = units.province_id
where units.parent_id = $unit
order by
    units.province_id is not null,
    provinces.province_name collate vi,
    units.unit_id
