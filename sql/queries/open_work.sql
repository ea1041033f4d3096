-- One row per rule and office with open offences within a unit, the most first: what there is to give.
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
    offices.unit_id,
    offices.unit_name,
    offices.province_id,
    offences.rule,
    count(*) as open,
    min(offences.open_since) as open_since,
from marts.fix_list as offences
join marts.units as offices
    on offices.unit_id = offences.office_id
where offences.defect_state <> 'fixed'
    and offices.province_id is not null
    and ($unit = 'VN' or offences.office_id in (select unit_id from within))
group by all
order by
    open desc,
    offices.unit_id,
    offences.rule
limit $most
