-- One row per state, pillar and rule of the fix list asked for: how many offences it has.
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
    defect_state as state,
    pillar,
    rule,
    count(*) as offences,
from marts.fix_list
where ($unit = 'VN' or office_id in (select unit_id from within))
    and ($officer = '' or officer_id = $officer)
    and ($rule = '' or rule = $rule)
    and ($pillar = '' or pillar = $pillar)
    and list_contains(string_split($states, ','), defect_state)
group by all
