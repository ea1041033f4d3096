-- Figures of the paper reports in our own words: one row per figure and version of its report.
select
    nam as statistical_year,
    so_thang as months,
    loai_bieu as form_kind,
    ma_don_vi as unit_id,
    chi_tieu as indicator,
    phien_ban as report_version,
    gia_tri as figure,
from sources.bao_cao_giay
