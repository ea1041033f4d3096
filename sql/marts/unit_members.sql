-- One row per unit that figures are shown for, and each office whose figures it adds up.
-- A province stands among its own members, because some figures are known for a province alone.
with members as (
    select
        office_id,
        office_name,
        province_id,
    from marts.offices
    union all
    select
        unit_id,
        unit_name,
        province_id,
    from marts.units
    where unit_level = 'province'
)

select
    'nation' as level,
    'VN' as unit_id,
    'Toàn quốc' as unit_name,
    members.office_id,
    members.province_id,
from members
union all
select
    'province',
    members.province_id,
    coalesce(marts.provinces.province_name, members.province_id),
    members.office_id,
    members.province_id,
from members
left join marts.provinces using (province_id)
union all
select
    'office',
    office_id,
    office_name,
    office_id,
    province_id,
from marts.offices
