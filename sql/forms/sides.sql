-- One row per side, period, form, level, unit and indicator: what stands on paper and on the platform (2-metrics § 2.5).
select
    'platform' as side,
    marts.form_periods.statistical_year,
    marts.form_periods.months,
    marts.form_periods.form_kind,
    forms.platform_figures.level,
    forms.platform_figures.unit_id,
    forms.platform_figures.indicator,
    forms.platform_figures.figure,
    null::boolean as is_final,
from marts.form_periods
join forms.platform_figures
    on marts.form_periods.counted_to = forms.platform_figures.counted_to
    and marts.form_periods.form_kind = forms.platform_figures.form_kind
union all
select
    forms.reported_totals.side,
    forms.reported_totals.statistical_year,
    forms.reported_totals.months,
    forms.reported_totals.form_kind,
    forms.reported_totals.level,
    forms.reported_totals.unit_id,
    forms.reported_totals.indicator,
    forms.reported_totals.figure,
    forms.reported_totals.is_final,
from forms.reported_totals
join marts.form_periods
    on forms.reported_totals.statistical_year = marts.form_periods.statistical_year
    and forms.reported_totals.months = marts.form_periods.months
    and forms.reported_totals.form_kind = marts.form_periods.form_kind
where forms.reported_totals.side = 'paper'
    or marts.form_periods.platform_source = 'delivered'
