-- One row per office, system and kind of data: required, entered, and what they leave (2-metrics § 2.2).
with required as (
    select
        office_id,
        entry_system,
        data_kind,
        sum(files_required)::bigint as files_required,
    from marts.entry_targets
    group by all
),
entered as (
    select
        office_id,
        'TCTHA' as entry_system,
        data_kind,
        count(*) as files_entered,
    from marts.case_files
    where is_counted
    group by all
    union all
    select
        office_id,
        'KNTC',
        data_kind,
        count(*),
    from marts.petitions
    where is_live
    group by all
)

select
    office_id,
    entry_system,
    data_kind,
    coalesce(required.files_required, 0) as files_required,
    coalesce(entered.files_entered, 0) as files_entered,
    -- Capped at the office, so that one office's surplus never hides another's gap.
    least(coalesce(entered.files_entered, 0), coalesce(required.files_required, 0)) as files_done,
    greatest(coalesce(required.files_required, 0) - coalesce(entered.files_entered, 0), 0) as files_missing,
    greatest(coalesce(entered.files_entered, 0) - coalesce(required.files_required, 0), 0) as files_surplus,
from required
full join entered using (office_id, entry_system, data_kind)
