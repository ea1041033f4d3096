-- Matters that bar from awards, in our own words: one row per matter.
select
    ma_vu_viec as matter_id,
    ma_don_vi as unit_id,
    ma_can_bo as officer_id,
    loai as matter_type,
    tu_ngay as open_from,
    den_ngay as open_until,
from sources.vu_viec_xem_xet
