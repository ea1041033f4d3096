-- One row per indicator of the statistical forms, in the order they are read; a flow only ever grows within a year.
select
    indicator,
    position::integer as position,
    indicator_name,
    is_flow::boolean as is_flow,
from read_csv('form_indicators.csv', header = true, all_varchar = true)
