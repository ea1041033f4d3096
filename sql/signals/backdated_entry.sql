-- A file that says it was entered before the cut-off of a night on which it was absent (2-metrics § 2.6).
select
    office_id,
    officer_id,
    case_id,
    recorded_at::date as happened_on,
    'ghi nhập ' || strftime(recorded_at, '%d/%m/%Y %H:%M:%S') || ', đêm ' || strftime(absent_before, '%d/%m/%Y')
        || ' chưa có' as found,
from marts.entries
-- The cut-off of a night is 24:00 of its date.
where recorded_at < absent_before + interval 1 day
