-- One row per unit of a level and day on which files were entered, capped at what was required, as the last night knows it.
select
    members.unit_id,
    entries.entered_on as day,
    sum(entries.files_done)::bigint as files,
from marts.entry_days as entries
join marts.unit_members as members
    on members.office_id = entries.office_id
where members.level = $level
group by all
