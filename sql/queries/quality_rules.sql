-- One row per unit of a level and rule with open offences on a night: how many files or petitions offend.
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
    members.unit_id,
    offences.rule,
    offences.pillar,
    sum(offences.offenders)::bigint as offenders,
from history.rule_offenders as offences
join marts.unit_members as members
    on members.office_id = offences.office_id
where offences.night = $night::date
    and members.level = $level
    and ($unit = 'VN' or members.unit_id in (select unit_id from within))
group by all
