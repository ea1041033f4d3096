-- One row per working day since the platform went live, numbered from 1.
create table demo.working_days as
select
    row_number() over (order by day)::integer as ordinal,
    day,
from (select unnest(range(date '2026-01-20', date '2027-12-31', interval 1 day))::date as day)
anti join read_csv(getvariable('reference_folder') || '/holidays.csv', header = true) as holidays
    on holidays.holiday = day
where isodow(day) <= 5;

-- The ordinal of the last working day up to a date.
create macro working_ordinal(until) as (select max(ordinal) from demo.working_days where day <= until);
set variable reference_ordinal = working_ordinal(getvariable('reference_night'));
set variable horizon_ordinal = working_ordinal(getvariable('horizon'));
