-- A file offends when its enforcement decision's number or date is absent (2-metrics § 2.4); a blank number is none.
select
    office_id,
    officer_id,
    case_id,
    'thiếu ' || concat_ws(
        ', ',
        if(has_number, null, 'số quyết định thi hành án'),
        if(decision_on is null, 'ngày quyết định thi hành án', null)
    ) as found,
from (
    select
        office_id,
        officer_id,
        case_id,
        decision_on,
        coalesce(regexp_matches(decision_number, '[^\s\p{Z}]'), false) as has_number,
    from marts.case_files
    where is_live
)
where not has_number
    or decision_on is null
