-- One row per signal of entry for form’s sake and day on which it was found in a unit: how often, as the latest night knows it.
select
    found.signal,
    found.happened_on as day,
    count(*) as occurrences,
from marts.signals as found
join marts.unit_members as members
    on members.office_id = found.office_id
where
    members.level = $level
    and members.unit_id = $unit
    and found.happened_on is not null
group by all
order by
    found.signal,
    day
