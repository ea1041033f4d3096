-- A file offends when its office, officer or enterer is not among the units and officials; absent is not unknown (2-metrics § 2.4).
with judged as (
    select
        office_id,
        officer_id,
        case_id,
        recorded_by,
        office_id not in (select unit_id from marts.units) as is_office_unknown,
        coalesce(officer_id not in (select officer_id from marts.officials), false) as is_officer_unknown,
        coalesce(recorded_by not in (select officer_id from marts.officials), false) as is_enterer_unknown,
    from marts.case_files
    where is_live
)

select
    office_id,
    officer_id,
    case_id,
    'không có trong danh mục: ' || concat_ws(
        ', ',
        if(is_office_unknown, 'phòng ' || office_id, null),
        if(is_officer_unknown, 'chấp hành viên ' || officer_id, null),
        if(is_enterer_unknown, 'người nhập ' || recorded_by, null)
    ) as found,
from judged
where is_office_unknown
    or is_officer_unknown
    or is_enterer_unknown
