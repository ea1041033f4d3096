-- One row per day on which files of a unit were entered: how many, how many of those that were required, and all of these up to the day; as the last night knows it.
select
    entries.entered_on as day,
    sum(entries.files_entered)::bigint as entered,
    sum(entries.files_done)::bigint as files,
    (sum(sum(entries.files_done)) over (order by entries.entered_on))::bigint as done,
from marts.entry_days as entries
join marts.unit_members as members
    on members.office_id = entries.office_id
where
    members.level = $level
    and members.unit_id = $unit
group by entries.entered_on
order by day
