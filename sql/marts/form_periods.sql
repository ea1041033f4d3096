-- One row per period and form that can be answered: where its platform side comes from, and whether there is paper (2-metrics § 2.5).
with years as (
    select
        period_from,
    from marts.form_counts
    union
    select
        period_from,
    from marts.reported_figures
),
periods as (
    select
        year(years.period_from)::integer + 1 as statistical_year,
        months::integer as months,
        form_kind,
        years.period_from,
        last_day(years.period_from + to_months(months::integer - 1)) as period_end,
    from years
    cross join range(1, 13) as of_year (months)
    cross join (values ('VIEC'), ('TIEN')) as forms (form_kind)
),
counted as (
    select
        periods.*,
        max(marts.form_counts.counted_to) as counted_to,
        arg_max(marts.form_counts.night, marts.form_counts.counted_to) as counted_night,
    from periods
    left join marts.form_counts
        on periods.period_from = marts.form_counts.period_from
        and periods.period_end >= marts.form_counts.counted_to
    group by all
),
delivered as (
    select
        statistical_year,
        months,
        form_kind,
        bool_or(side = 'paper') as has_paper,
        bool_or(side = 'platform') as has_platform,
    from marts.reported_figures
    group by all
),
known as (
    select
        counted.* exclude (counted_to, counted_night),
        coalesce(delivered.has_paper, false) as has_paper,
        -- Totals published at the time are better evidence than what a later night remembers.
        case
            when counted.counted_night <= counted.period_end then 'night'
            when delivered.has_platform then 'delivered'
            when counted.counted_night is not null then 'later_night'
        end as platform_source,
        if(platform_source = 'delivered', null, counted.counted_to) as counted_to,
        if(platform_source = 'delivered', null, counted.counted_night) as counted_night,
    from counted
    left join delivered using (statistical_year, months, form_kind)
)

select
    known.*,
    known.period_end <= marts.night.night as is_over,
from known
cross join marts.night
where known.platform_source is not null
    or known.has_paper
