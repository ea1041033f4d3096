-- Units in our own words: one row per unit, nothing dropped, nothing joined.
select
    ma_don_vi as unit_id,
    ten_don_vi as unit_name,
    case cap_don_vi
        when 'CUC' then 'department'
        when 'DON_VI_CUC' then 'department_unit'
        when 'TINH' then 'province'
        when 'PHONG_NV' then 'division'
        when 'PHONG_KV' then 'office'
    end as unit_level,
    ma_don_vi_cha as parent_id,
    ma_tinh as province_id,
    ngay_hieu_luc as valid_from,
    ngay_het_hieu_luc as valid_to,
from sources.don_vi
