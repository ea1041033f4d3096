-- Officials as known on the night; those who left keep their row.
select
    official_id as ma_can_bo,
    full_name as ho_ten,
    unit_id as ma_don_vi,
    gender as gioi_tinh,
    title as chuc_danh,
    leads as lanh_dao,
    title <> 'KHAC' as la_cong_chuc,
    joined_on as ngay_vao,
    if(left_on <= getvariable('night'), left_on, null) as ngay_roi,
from demo.officials
order by official_no
