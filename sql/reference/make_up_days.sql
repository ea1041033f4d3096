-- One row per Saturday that is worked instead of a weekday off; both days are by decision of the Government.
select
    make_up_day::date as make_up_day,
    instead_of::date as instead_of,
    legal_basis,
from read_csv('make_up_days.csv', header = true, all_varchar = true)
