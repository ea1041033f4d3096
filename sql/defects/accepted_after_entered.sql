-- A file offends when its date of acceptance is later than the day it was entered (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'thụ lý ' || strftime(accepted_on, '%d/%m/%Y') || ', nhập ' || strftime(recorded_at, '%d/%m/%Y') as found,
from marts.case_files
where is_live
    and accepted_on > recorded_at::date
