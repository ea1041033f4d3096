-- One row per office, officer, system and kind of data: how many files are to be entered, as paper says.
select
    office_id,
    officer_id,
    entry_system,
    data_kind,
    files_required,
from staging.entry_targets
