-- One row per duplicate: a live file that repeats an earlier one of its office (2-metrics § 2.1).
with keyed as (
    select
        case_id,
        office_id,
        recorded_at,
        judgment_on,
        lower(trim(regexp_replace(judgment_number, '\s+', ' ', 'g'))) as judgment_number,
        lower(trim(regexp_replace(court, '\s+', ' ', 'g'))) as court,
        lower(trim(regexp_replace(decision_number, '\s+', ' ', 'g'))) as decision_number,
    from staging.case_files
    where deleted_at is null
        and judgment_on is not null
),
repeated as (
    select
        office_id,
        judgment_on,
        judgment_number,
        court,
        decision_number,
        arg_min(case_id, (recorded_at, case_id)) as first_case_id,
    from keyed
    where judgment_number <> ''
        and court <> ''
        and decision_number <> ''
    group by all
    having count(*) > 1
)

select
    keyed.case_id,
    repeated.first_case_id,
from keyed
join repeated using (office_id, judgment_on, judgment_number, court, decision_number)
where keyed.case_id <> repeated.first_case_id
