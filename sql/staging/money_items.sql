-- Money items in our own words: one row per item, nothing dropped, nothing joined.
select
    ma_khoan as item_id,
    ma_ho_so as case_id,
    loai_khoan as item_type,
    nop_ngan_sach as is_for_budget,
    phai_thi_hanh as due_vnd,
    da_thi_hanh as enforced_vnd,
    da_thi_hanh_truoc as enforced_before_vnd,
    giam_mien as remitted_vnd,
    con_phai_thi_hanh as outstanding_vnd,
    ngay_cap_nhat as changed_at,
from sources.khoan_tien
