-- One row per province whose share by a metric has moved since the night before, those that moved most first.
with last_two as (
    select
        night,
        row_number() over (order by night desc) as place,
    from history.nights
    qualify place <= 2
),
shares as (
    select
        members.unit_id,
        members.unit_name,
        sum(figures.numerator) filter (where last_two.place = 2)
            / nullif(sum(figures.denominator) filter (where last_two.place = 2), 0) as value_before,
        sum(figures.numerator) filter (where last_two.place = 1)
            / nullif(sum(figures.denominator) filter (where last_two.place = 1), 0) as value_now,
    from history.office_metrics as figures
    join last_two
        on last_two.night = figures.night
    join marts.unit_members as members
        on members.office_id = figures.office_id
    where members.level = 'province'
        and figures.metric_id = $metric
    group by all
)
select
    unit_id,
    unit_name,
    value_before,
    value_now,
from shares
where value_now <> value_before
order by
    abs(value_now - value_before) desc,
    unit_id
limit $most::bigint
