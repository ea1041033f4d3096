-- A file offends when its judgment's number, date or court is absent or blank (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'thiếu ' || concat_ws(
        ', ',
        if(has_number, null, 'số bản án'),
        if(judgment_on is null, 'ngày bản án', null),
        if(has_court, null, 'tòa án')
    ) as found,
from (
    select
        office_id,
        officer_id,
        case_id,
        judgment_on,
        coalesce(regexp_matches(judgment_number, '[^\s\p{Z}]'), false) as has_number,
        coalesce(regexp_matches(court, '[^\s\p{Z}]'), false) as has_court,
    from marts.case_files
    where is_live
)
where not has_number
    or judgment_on is null
    or not has_court
