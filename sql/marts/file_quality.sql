-- One row per live case file: whether it is free of offences, pillar by pillar (2-metrics § 2.4).
with offending as (
    select
        case_id,
        bool_or(pillar = 'correct') as is_incorrect,
        bool_or(pillar = 'complete') as is_incomplete,
        bool_or(pillar = 'clean') as is_unclean,
        bool_or(pillar = 'current') as is_outdated,
    from marts.offences
    where case_id is not null
    group by all
)

select
    marts.case_files.case_id,
    marts.case_files.office_id,
    marts.case_files.officer_id,
    not coalesce(offending.is_incorrect, false) as passes_correct,
    not coalesce(offending.is_incomplete, false) as passes_complete,
    not coalesce(offending.is_unclean, false) as passes_clean,
    not coalesce(offending.is_outdated, false) as passes_current,
from marts.case_files
left join offending using (case_id)
where marts.case_files.is_live
