-- The number, name and unit of measure that a form has in print at the end of a period; none when no circular says.
select
    form_number,
    form_name,
    unit_of_measure,
    letter,
from reference.statistical_forms
where form_kind = $form
    and $period_end::date >= coalesce(valid_from, $period_end::date)
    and $period_end::date <= coalesce(valid_to, $period_end::date)
