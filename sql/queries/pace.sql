-- One row: working days left to the deadline, and files entered per working day over the last ten of them.
with days as (
    select
        day::date as day,
    from generate_series(
        coalesce((select min(entered_on) from history.nation_entry_days where night = $night::date), $night::date),
        greatest($night::date, $deadline::date),
        interval 1 day
    ) as calendar (day)
),
working_days as (
    select
        days.day,
    from days
    anti join reference.holidays as holidays
        on holidays.holiday = days.day
    where isodow(days.day) < 6
),
last_ten as (
    select
        working_days.day,
        coalesce(entries.done, 0) as done,
    from working_days
    left join history.nation_entry_days as entries
        on entries.entered_on = working_days.day
            and entries.night = $night::date
    where working_days.day <= $night::date
    order by working_days.day desc
    limit 10
)
select
    (select count(*) from working_days where day > $night::date and day <= $deadline::date) as working_days_left,
    -- Seven working days are the least a pace may be read from.
    (select case when count(*) >= 7 then sum(done)::double / count(*) end from last_ten) as entered_per_working_day,
