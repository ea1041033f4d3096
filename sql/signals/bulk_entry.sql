-- A burst of entries: as many files as the limit, or more, by one person within as many seconds, wherever the minute begins (2-metrics § 2.4).
-- One row per burst and office: windows that touch make one burst.
with limits as (
    select
        max(limit_value) filter (where measure = 'files') as files,
        to_seconds(max(limit_value) filter (where measure = 'seconds')) as span,
    from marts.rule_limits
    where rule = 'bulk_entry'
),
counted as (
    select
        marts.case_files.recorded_by,
        marts.case_files.office_id,
        marts.case_files.recorded_at,
        limits.files,
        limits.span,
        count(*) over (
            partition by marts.case_files.recorded_by
            order by marts.case_files.recorded_at
            range between current row and limits.span following
        ) as files_from_here,
    from marts.case_files
    cross join limits
    where marts.case_files.is_live
        and marts.case_files.recorded_by is not null
),
-- A file belongs to a burst when some window that is full begins at it, or as long before it as a window lasts.
full_windows as (
    select
        *,
        max(if(files_from_here >= files, recorded_at, null)) over (
            partition by recorded_by
            order by recorded_at
        ) as window_from,
    from counted
),
in_bursts as (
    select
        *,
        recorded_at - lag(recorded_at) over (partition by recorded_by order by recorded_at) > span as begins_burst,
    from full_windows
    where window_from is not null
        and recorded_at <= window_from + span
),
numbered as (
    select
        *,
        count(*) filter (where begins_burst) over (partition by recorded_by order by recorded_at) as burst,
    from in_bursts
),
bursts as (
    select
        recorded_by,
        burst,
        list(distinct office_id) as office_ids,
        count(*) as files,
        min(recorded_at) as begun_at,
        max(recorded_at) as ended_at,
    from numbered
    group by all
)

select
    unnest(office_ids) as office_id,
    recorded_by as officer_id,
    null::varchar as case_id,
    begun_at::date as happened_on,
    files || ' hồ sơ trong ' || date_diff('second', begun_at, ended_at) || ' giây, từ '
        || strftime(begun_at, '%H:%M:%S %d/%m/%Y') as found,
from bursts
