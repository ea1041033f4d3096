-- One row per unit in force on a night: the Department and its units, then each province followed by its offices.
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
where units.valid_from <= $night::date
    and (units.valid_to is null or units.valid_to >= $night::date)
order by
    units.unit_level <> 'department',
    units.province_id is not null,
    provinces.province_name collate vi,
    units.unit_level <> 'province',
    units.unit_id
