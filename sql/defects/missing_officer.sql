-- A file offends when no enforcement officer is in charge of it (2-metrics § 2.4); a blank code is none.
select
    office_id,
    officer_id,
    case_id,
    'thiếu chấp hành viên phụ trách' as found,
from marts.case_files
where is_live
    and coalesce(trim(officer_id), '') = ''
