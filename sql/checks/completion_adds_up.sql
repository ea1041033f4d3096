-- Done and missing make up what is required; done and surplus make up what is entered.
select
    office_id,
    entry_system,
    data_kind,
    files_required,
    files_entered,
from marts.completion
where files_done + files_missing <> files_required
    or files_done + files_surplus <> files_entered
    or least(files_done, files_missing, files_surplus) < 0
