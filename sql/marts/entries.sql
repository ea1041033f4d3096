-- One row per live case file: when it really came to be entered, by the evidence of the nights (2-metrics § 2.6).
with seen as (
    select
        staging.case_files.case_id,
        staging.case_files.office_id,
        staging.case_files.officer_id,
        staging.case_files.recorded_at,
        -- A file that was there keeps its evidence; a new one, or one that came back, was absent from the snapshot before.
        if(
            earlier.entries.case_id is null,
            (select business_date from earlier.snapshot),
            earlier.entries.absent_before
        ) as absent_before,
    from staging.case_files
    left join earlier.entries using (case_id)
    where staging.case_files.deleted_at is null
)

select
    case_id,
    office_id,
    officer_id,
    recorded_at,
    absent_before,
    -- The cut-off of a night is 24:00 of its date.
    greatest(recorded_at, absent_before + interval 1 day) as entered_at,
from seen
