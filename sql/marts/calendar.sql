-- One row per day of the years whose holidays are known: whether it is worked, and the working days so far, so that
-- the difference of two rows is the number of working days from the first to the second.
with years as (
    select
        date_trunc('year', min(holiday))::date as first_day,
        make_date(year(max(holiday)), 12, 31) as last_day,
    from reference.holidays
),
days as (
    select
        unnest(generate_series(first_day, last_day, interval 1 day))::date as day,
    from years
),
judged as (
    select
        day,
        reference.make_up_days.make_up_day is not null
            or (isodow(day) <= 5 and reference.holidays.holiday is null) as is_working_day,
    from days
    left join reference.holidays
        on day = reference.holidays.holiday
    left join reference.make_up_days
        on day = reference.make_up_days.make_up_day
)

select
    day,
    is_working_day,
    (count(*) filter (where is_working_day) over (order by day))::integer as working_days_so_far,
from judged
