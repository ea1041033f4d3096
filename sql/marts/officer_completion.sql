-- One row per officer and kind of data: the officer's own targets and the files in charge (2-metrics § 2.2).
with required as (
    select
        officer_id,
        data_kind,
        sum(files_required)::bigint as files_required,
    from marts.entry_targets
    where entry_system = 'TCTHA'
        and officer_id is not null
    group by all
),
entered as (
    select
        officer_id,
        data_kind,
        count(*) as files_entered,
    from marts.case_files
    where is_counted
        and officer_id is not null
    group by all
)

select
    officer_id,
    data_kind,
    coalesce(required.files_required, 0) as files_required,
    coalesce(entered.files_entered, 0) as files_entered,
    least(coalesce(entered.files_entered, 0), coalesce(required.files_required, 0)) as files_done,
from required
full join entered using (officer_id, data_kind)
