-- A file offends when the debtor's name or address is absent or blank (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'thiếu ' || concat_ws(
        ', ',
        if(has_name, null, 'người phải thi hành án'),
        if(has_address, null, 'địa chỉ người phải thi hành án')
    ) as found,
from (
    select
        office_id,
        officer_id,
        case_id,
        coalesce(regexp_matches(debtor_name, '[^\s\p{Z}]'), false) as has_name,
        coalesce(regexp_matches(debtor_address, '[^\s\p{Z}]'), false) as has_address,
    from marts.case_files
    where is_live
)
where not has_name
    or not has_address
