-- Documents that roll the platform out, in our own words: one row per document.
select
    ma_van_ban as document_id,
    ma_don_vi as unit_id,
    loai as document_type,
    so_ky_hieu as document_number,
    ngay_ban_hanh as issued_on,
from sources.van_ban_trien_khai
