-- One row per public holiday, with what it is based on; working days leave these out.
select
    holiday::date as holiday,
    holiday_name,
    legal_basis,
from read_csv('holidays.csv', header = true, all_varchar = true)
