-- Petitions on the platform at the end of the night.
select
    'DT' || petition_no as ma_don,
    unit_id as ma_don_vi,
    petition_type as loai_don,
    file_id as ma_ho_so,
    official_id as ma_can_bo,
    if(kind = 1, 'TON_CU', 'PHAT_SINH') as loai_du_lieu,
    received_on as ngay_nhan,
    case
        when answered_on <= getvariable('night') then if(is_turned_away, 'KHONG_THU_LY', 'DA_GIAI_QUYET')
        when received_on + 3 > getvariable('night') then 'MOI'
        else 'DANG_GIAI_QUYET'
    end as tinh_trang,
    if(answered_on <= getvariable('night'), answered_on, null) as ngay_giai_quyet,
    entered_at as ngay_nhap,
    greatest(
        entered_at,
        if(answered_on <= getvariable('night'), answered_on + interval 10 hour, null),
        if(deleted_at < getvariable('cut_off'), deleted_at, null)
    ) as ngay_cap_nhat,
    if(deleted_at < getvariable('cut_off'), deleted_at, null) as ngay_xoa,
from demo.petitions
where entered_at < getvariable('cut_off')
