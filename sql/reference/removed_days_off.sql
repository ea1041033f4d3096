-- One row per holiday or make-up day that was taken back by decision since the release; the data folder has the rows.
select
    change_id::integer as change_id,
    day::date as day,
    legal_basis,
from read_csv('removed_days_off.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
