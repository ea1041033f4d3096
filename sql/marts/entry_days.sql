-- One row per office, kind of data and day on which files were entered, by evidence (2-metrics § 2.6); capped at what was required, so that the days add up to what is done.
with entered as (
    select
        marts.case_files.office_id,
        marts.case_files.data_kind,
        marts.entries.entered_at::date as entered_on,
        count(*) as files_entered,
    from marts.case_files
    join marts.entries using (case_id)
    where marts.case_files.is_counted
    group by all
),
running as (
    select
        *,
        sum(files_entered) over (
            partition by office_id, data_kind
            order by entered_on
        ) as entered_so_far,
    from entered
)

select
    running.office_id,
    running.data_kind,
    running.entered_on,
    running.files_entered,
    (
        least(running.entered_so_far, marts.completion.files_required)
        - least(running.entered_so_far - running.files_entered, marts.completion.files_required)
    )::bigint as files_done,
from running
join marts.completion using (office_id, data_kind)
where marts.completion.entry_system = 'TCTHA'
