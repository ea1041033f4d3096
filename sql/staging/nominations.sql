-- Nominations for awards in our own words: one row per nomination.
select
    ma_de_nghi as nomination_id,
    ma_don_vi_de_nghi as nominated_by,
    doi_tuong as nominee_kind,
    ma_don_vi as unit_id,
    ma_can_bo as officer_id,
    hinh_thuc as award,
    thu_tu_uu_tien as priority,
    ngay_nhan as received_on,
    co_to_trinh as has_submission,
    co_bien_ban as has_minutes,
    co_bao_cao_thanh_tich as has_report,
    co_xac_nhan as is_confirmed,
from sources.de_nghi_khen_thuong
