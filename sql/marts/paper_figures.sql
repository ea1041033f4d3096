-- One row per figure of the paper reports: the final version where there is one, else the preliminary (2-metrics § 2.5).
with chosen as (
    select
        statistical_year,
        months,
        form_kind,
        unit_id,
        indicator,
        bool_or(report_version = 'CHINH_THUC') as is_final,
        coalesce(
            max(figure) filter (where report_version = 'CHINH_THUC'),
            max(figure)
        ) as figure,
        -- The statistical year begins on 1 October of the year before.
        last_day(make_date(statistical_year - 1, 10, 1) + to_months(months - 1)) as period_end,
    from staging.paper_figures
    group by all
)

select
    chosen.*,
    chosen.period_end <= staging.night.night as is_over,
from chosen
cross join staging.night
