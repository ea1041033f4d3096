-- An office whose share of entries in the last hours before a deadline of the files reaches the limit, by office and deadline (2-metrics § 2.4).
with limits as (
    select
        to_hours(max(limit_value) filter (where measure = 'hours')::integer) as span,
        max(limit_value) filter (where measure = 'share') as share,
    from marts.rule_limits
    where rule = 'deadline_rush'
),
-- A deadline says its last second, 23:59:59, whole: its last hours end with it.
deadlines as (
    select distinct
        reference.targets.deadline + interval 1 second as passed_at,
    from reference.targets
    join marts.night
        on reference.targets.deadline < marts.night.night + interval 1 day
    where reference.targets.metric_id = 'completion_rate'
),
entries as (
    select
        marts.case_files.office_id,
        deadlines.passed_at,
        any_value(limits.share) as share,
        count(*) as files,
        count(*) filter (where marts.case_files.recorded_at >= deadlines.passed_at - limits.span) as files_in_last_hours,
    from marts.case_files
    join deadlines
        on marts.case_files.recorded_at < deadlines.passed_at
    cross join limits
    where marts.case_files.is_live
    group by all
)

select
    office_id,
    null::varchar as officer_id,
    null::varchar as case_id,
    (passed_at - interval 1 second)::date as happened_on,
    files_in_last_hours || ' trên ' || files || ' hồ sơ nhập trước hạn '
        || strftime(passed_at - interval 1 second, '%d/%m/%Y') || ' được nhập ngay sát hạn ('
        || replace(format('{:.1f}', 100 * files_in_last_hours / files), '.', ',') || ' %)' as found,
from entries
where files_in_last_hours >= share * files
    and files_in_last_hours > 0
