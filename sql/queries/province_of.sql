-- The province that a unit or an official belongs to; none when nobody knows it, or it is above every province.
select
    province_id,
from marts.units
where unit_id = $unit
    and province_id is not null
union all
select
    units.province_id,
from marts.officials as officials
join marts.units as units
    on units.unit_id = officials.office_id
where officials.officer_id = $unit
    and units.province_id is not null
