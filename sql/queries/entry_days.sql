-- Files entered by the end of a day, capped at what each office must enter, as a night knew it.
select
    entered_on as day,
    (sum(done) over (order by entered_on))::bigint as done,
from history.nation_entry_days
where night = $night::date
order by entered_on
