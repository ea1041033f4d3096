-- A file offends when its judgment is later than its acceptance (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'bản án ' || strftime(judgment_on, '%d/%m/%Y') || ', thụ lý ' || strftime(accepted_on, '%d/%m/%Y') as found,
from marts.case_files
where is_live
    and judgment_on > accepted_on
