-- Officials in our own words: one row per official, nothing dropped, nothing joined.
select
    ma_can_bo as officer_id,
    ho_ten as officer_name,
    ma_don_vi as office_id,
    gioi_tinh as gender,
    chuc_danh as job_title,
    lanh_dao as is_leader,
    la_cong_chuc as is_civil_servant,
    ngay_vao as joined_on,
    ngay_roi as left_on,
from sources.can_bo
