-- One row per night known, oldest first.
select
    night,
from history.nights
order by night
