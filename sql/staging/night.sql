-- One row: the night being counted, the state at 24:00 of that day.
select
    night,
from meta.night
