-- One row: the night, and the days that its figures start from.
select
    staging.night.night,
    -- The statistical year begins on 1 October.
    make_date(year(staging.night.night) - (month(staging.night.night) < 10)::integer, 10, 1) as statistical_year_from,
    reference.platform_dates.happened_on as platform_live_on,
from staging.night
cross join reference.platform_dates
where reference.platform_dates.event = 'platform_live'
