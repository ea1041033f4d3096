-- One row per working day of the years whose holidays are known, past and to come.
select
    day,
from marts.calendar
where is_working_day
order by day
