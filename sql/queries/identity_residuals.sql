-- One row per unit, side and accounting identity of a period that could be checked: what does not add up (2-metrics § 2.5).
-- Identities 4 and 5 hold for each indicator by itself: one row for each that fails, or one of nothing where none does.
with recursive within as (
    select
        unit_id,
    from marts.units
    where unit_id = $unit
    union
    select
        units.unit_id,
    from marts.units as units
    join within
        on within.unit_id = units.parent_id
),
members as (
    select distinct
        unit_id,
        unit_name,
    from marts.unit_members
    where level = $level
        and ($unit = 'VN' or unit_id in (select unit_id from within))
),
this_month as (
    select
        sides.side,
        sides.unit_id,
        sides.indicator,
        sides.figure,
    from forms.sides as sides
    join members using (unit_id)
    where sides.statistical_year = $year::integer
        and sides.months = $months::integer
        and sides.form_kind = $form
        and sides.level = $level
),
month_before as (
    select
        side,
        unit_id,
        indicator,
        figure,
    from forms.sides
    where statistical_year = $year::integer
        and months = $months::integer - 1
        and form_kind = $form
        and level = $level
),
terms as (
    select
        identity,
        indicator,
        sign,
        is_required,
        count(*) filter (where is_required) over (partition by identity) as terms_required,
    from reference.identity_terms
    where $year::integer >= coalesce(year_from, $year::integer)
        and $year::integer <= coalesce(year_to, $year::integer)
),
balances as (
    select
        this_month.unit_id,
        this_month.side,
        terms.identity,
        null::varchar as indicator,
        sum(terms.sign * this_month.figure) as residual,
    from this_month
    join terms using (indicator)
    group by all
    -- A term that nobody delivered is no 0: the identity then cannot be checked.
    having count(*) filter (where terms.is_required) = any_value(terms.terms_required)
),
parts as (
    select
        totals.unit_id,
        totals.side,
        totals.indicator,
        totals.parts_figure - totals.whole_figure as residual,
    from marts.reported_totals as totals
    join members using (unit_id)
    join marts.form_periods as periods using (statistical_year, months, form_kind)
    where totals.statistical_year = $year::integer
        and totals.months = $months::integer
        and totals.form_kind = $form
        and totals.level = $level
        and (totals.side = 'paper' or periods.platform_source = 'delivered')
        and residual is not null
    union all
    -- The nation's offices against all case files there are, also those of an office that nobody knows.
    select
        this_month.unit_id,
        this_month.side,
        this_month.indicator,
        this_month.figure - whole.figure,
    from this_month
    join forms.sides as whole using (side, unit_id, indicator)
    where $level = 'nation'
        and this_month.side = 'platform'
        and whole.statistical_year = $year::integer
        and whole.months = $months::integer
        and whole.form_kind = $form
        and whole.level = 'whole'
),
falls as (
    select
        this_month.unit_id,
        this_month.side,
        this_month.indicator,
        least(this_month.figure - month_before.figure, 0) as residual,
    from this_month
    join month_before using (side, unit_id, indicator)
    join reference.form_indicators as indicators using (indicator)
    where indicators.is_flow
),
by_indicator as (
    select
        unit_id,
        side,
        4 as identity,
        indicator,
        residual,
    from parts
    union all
    select
        unit_id,
        side,
        5,
        indicator,
        residual,
    from falls
)
select
    unit_id,
    side,
    identity,
    indicator as code,
    residual,
from balances
union all
select
    unit_id,
    side,
    identity,
    indicator,
    residual,
from by_indicator
where residual <> 0
union all
select
    unit_id,
    side,
    identity,
    null,
    0,
from by_indicator
group by all
having bool_and(residual = 0)
order by
    unit_id,
    side,
    identity,
    code
