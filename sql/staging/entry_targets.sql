-- Files to be entered, in our own words: one row per office, officer, system and kind of data.
select
    ma_don_vi as office_id,
    nullif(ma_can_bo, '-') as officer_id,
    he_thong as entry_system,
    loai_du_lieu as data_kind,
    so_phai_nhap as files_required,
from sources.chi_tieu_nhap
