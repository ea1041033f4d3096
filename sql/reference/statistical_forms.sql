-- One row per statistical form and period of its printed number: what it counts, in which unit, by which circular.
select
    form_kind,
    form_number,
    form_name,
    unit_of_measure,
    circular as letter,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
from read_csv('statistical_forms.csv', header = true, all_varchar = true)
