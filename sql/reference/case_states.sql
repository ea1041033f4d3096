-- One row per state of a case file: the indicator of the forms it is counted under, and whether it ends the file (2-metrics § 2.5).
select
    case_state,
    indicator,
    is_end::boolean as is_end,
from read_csv('case_states.csv', header = true, all_varchar = true)
