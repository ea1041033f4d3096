-- A file offends when its kind of matter or the ground of enforcement is absent (2-metrics § 2.4).
select
    office_id,
    officer_id,
    case_id,
    'thiếu ' || concat_ws(
        ', ',
        if(case_type is null, 'loại việc', null),
        if(enforcement_ground is null, 'căn cứ thi hành', null)
    ) as found,
from marts.case_files
where is_live
    and (case_type is null or enforcement_ground is null)
