-- One row per side, period, form, level, unit and indicator: what stands on paper and on the platform (2-metrics § 2.5).
select
    'platform' as side,
    marts.form_periods.statistical_year,
    marts.form_periods.months,
    marts.form_periods.form_kind,
    marts.platform_figures.level,
    marts.platform_figures.unit_id,
    marts.platform_figures.indicator,
    marts.platform_figures.figure,
    null::boolean as is_final,
    marts.platform_figures.null_items,
from marts.form_periods
join marts.platform_figures
    on marts.form_periods.counted_to = marts.platform_figures.counted_to
    and marts.form_periods.form_kind = marts.platform_figures.form_kind
union all
select
    marts.reported_totals.side,
    marts.reported_totals.statistical_year,
    marts.reported_totals.months,
    marts.reported_totals.form_kind,
    marts.reported_totals.level,
    marts.reported_totals.unit_id,
    marts.reported_totals.indicator,
    marts.reported_totals.figure,
    marts.reported_totals.is_final,
    null,
from marts.reported_totals
join marts.form_periods
    on marts.reported_totals.statistical_year = marts.form_periods.statistical_year
    and marts.reported_totals.months = marts.form_periods.months
    and marts.reported_totals.form_kind = marts.form_periods.form_kind
where marts.reported_totals.side = 'paper'
    or marts.form_periods.platform_source = 'delivered'
