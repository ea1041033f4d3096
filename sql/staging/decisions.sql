-- Decisions in our own words: one row per decision, nothing dropped, nothing joined.
select
    ma_quyet_dinh as decision_id,
    ma_ho_so as case_id,
    ma_don_vi as office_id,
    loai_quyet_dinh as decision_type,
    so_quyet_dinh as decision_number,
    ngay_ky as signed_on,
    ngay_tao as recorded_at,
from sources.quyet_dinh
