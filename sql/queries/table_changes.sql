-- One row per table delivered: its rows on the night before and now, and what became of them.
select
    table_name,
    rows_before,
    rows_now,
    rows_added as added,
    rows_changed as changed,
    rows_vanished as vanished,
from meta.changes
order by table_name
