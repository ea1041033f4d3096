-- One row per holiday that was added by decision since the release; the data folder has the rows.
select
    change_id::integer as change_id,
    holiday::date as holiday,
    holiday_name,
    legal_basis,
from read_csv('changed_holidays.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
