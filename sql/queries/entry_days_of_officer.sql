-- One row per day on which an official entered files: how many, by evidence (2-metrics § 2.6), as the latest night knows it.
select
    entries.entered_at::date as day,
    count(*) as entered,
from marts.entries as entries
join marts.case_files as files
    on files.case_id = entries.case_id
where
    files.is_counted
    and files.recorded_by = $officer
group by all
order by day
