-- A petition offends when its office, officer or case file does not exist; absent is not unknown (2-metrics § 2.4, 1-extracts § 1.2).
with judged as (
    select
        office_id,
        officer_id,
        petition_id,
        case_id,
        office_id not in (select unit_id from marts.units) as is_office_unknown,
        coalesce(officer_id not in (select officer_id from marts.officials), false) as is_officer_unknown,
        coalesce(case_id not in (select case_id from marts.case_files), false) as is_case_unknown,
    from marts.petitions
    where is_live
)

select
    office_id,
    officer_id,
    petition_id,
    'không có trong danh mục: ' || concat_ws(
        ', ',
        if(is_office_unknown, 'đơn vị ' || office_id, null),
        if(is_officer_unknown, 'người phụ trách ' || officer_id, null),
        if(is_case_unknown, 'hồ sơ ' || case_id, null)
    ) as found,
from judged
where is_office_unknown
    or is_officer_unknown
    or is_case_unknown
