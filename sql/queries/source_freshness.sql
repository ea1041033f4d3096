-- One row per program: its last good snapshot as this version's night read it.
select
    program_id,
    program_name,
    business_date,
    landed_at,
    row_count as "rows",
    quarantined_rows as quarantined,
    is_late as late,
from meta.sources
order by program_name collate vi
