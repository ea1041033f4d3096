-- One row per count of the statistical forms that is kept: the day counted to, and the night whose case files were counted.
-- Of a month's nights the last stands for all: a period is answered by the last night not after its end.
with kept as (
    select
        earlier.form_counts.period_from,
        earlier.form_counts.counted_to,
        earlier.form_counts.night,
    from earlier.form_counts
    cross join marts.night
    where date_trunc('month', earlier.form_counts.counted_to) <> date_trunc('month', marts.night.night)
),
ended as (
    select
        statistical_year_from as period_from,
        last_day(unnest(generate_series(statistical_year_from, night, interval 1 month))) as period_end,
    from marts.night
    union
    select
        period_from,
        period_end,
    from marts.reported_figures
    where side = 'paper'
),
-- Nobody counted while these were open; the first night after them is the only evidence there is.
counted_late as (
    select
        ended.period_from,
        ended.period_end as counted_to,
        marts.night.night,
    from ended
    cross join marts.night
    where ended.period_end < marts.night.night
        -- Of a year before the platform went live it knows only what was left over.
        and ended.period_from + interval 1 year > marts.night.platform_live_on
        and not exists (
            from kept
            where kept.period_from = ended.period_from
                and kept.counted_to <= ended.period_end
        )
)

from kept
union all
from counted_late
union all
select
    statistical_year_from,
    night,
    night,
from marts.night
