-- A file offends when its enforcement decision is earlier than its judgment (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'quyết định ' || strftime(decision_on, '%d/%m/%Y') || ', bản án ' || strftime(judgment_on, '%d/%m/%Y') as found,
from marts.case_files
where is_live
    and decision_on < judgment_on
