-- One row per program: its last good snapshot as this version's night read it, and how old that is.
select
    sources.program_id,
    sources.program_name,
    sources.business_date,
    sources.landed_at,
    sources.row_count as "rows",
    sources.quarantined_rows as quarantined,
    sources.is_late as late,
    night.night - sources.business_date as age_days,
from meta.sources as sources
cross join meta.night as night
order by sources.program_name collate vi
