-- Electronic receipts in our own words: one row per receipt, nothing dropped, nothing joined.
select
    so_bien_lai as receipt_id,
    ma_don_vi as office_id,
    ma_ho_so as case_id,
    so_tien as amount_vnd,
    ngay_lap as issued_at,
    da_huy as is_cancelled,
from sources.bien_lai
