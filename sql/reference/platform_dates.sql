-- One row per event in the life of the digital platform that figures start from.
select
    event,
    happened_on::date as happened_on,
    letter,
from read_csv('platform_dates.csv', header = true, all_varchar = true)
