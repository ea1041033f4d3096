-- One row per day on which the nation entered files, capped at what was required, as a night knew it.
select
    'VN' as unit_id,
    entered_on as day,
    done as files,
from history.nation_entry_days
where night = $night::date
