-- One row per unit of a level and signal of entry for form's sake that was found there: how often (2-metrics § 2.4).
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
    members.unit_name,
    found.signal,
    count(*) as occurrences,
from marts.signals as found
join marts.unit_members as members
    on members.office_id = found.office_id
where members.level = $level
    and ($unit = 'VN' or members.unit_id in (select unit_id from within))
group by
    members.unit_id,
    members.unit_name,
    found.signal
order by
    members.unit_name collate vi,
    members.unit_id,
    found.signal
