-- Petitions in our own words: one row per petition, nothing dropped, nothing joined.
select
    ma_don as petition_id,
    ma_don_vi as office_id,
    loai_don as petition_type,
    ma_ho_so as case_id,
    ma_can_bo as officer_id,
    loai_du_lieu as data_kind,
    ngay_nhan as received_on,
    tinh_trang as petition_state,
    ngay_giai_quyet as settled_on,
    ngay_nhap as recorded_at,
    ngay_cap_nhat as changed_at,
    ngay_xoa as deleted_at,
from sources.don_thu
