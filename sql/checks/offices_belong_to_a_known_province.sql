-- Every province, and every office through its province, is one of today's provinces.
select
    marts.units.unit_id,
    marts.units.province_id,
from marts.units
anti join reference.provinces
    on marts.units.province_id = reference.provinces.province_id
where marts.units.unit_level in ('province', 'division', 'office')
