-- One row per Saturday that is worked by decision since the release; the data folder has the rows.
select
    change_id::integer as change_id,
    make_up_day::date as make_up_day,
    instead_of::date as instead_of,
    legal_basis,
from read_csv('changed_make_up_days.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
