-- One row per period that a form can be answered for, oldest first: where its platform side comes from.
select
    statistical_year,
    months,
    period_from,
    period_end,
    is_over,
    has_paper,
    platform_source,
    counted_to,
    counted_night,
from marts.form_periods
where form_kind = $form
order by
    statistical_year,
    months
