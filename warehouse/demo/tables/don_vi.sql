-- Units as they are called on the night; a province may become a city.
select
    units.unit_id as ma_don_vi,
    case units.level
        when 'TINH' then 'Thi hành án dân sự ' || case
            when units.province_name like 'TP.%' then ''
            when provinces.type = 'tỉnh' then 'tỉnh '
            else 'thành phố '
        end || units.province_name
        when 'PHONG_KV'
            then 'Phòng Thi hành án dân sự khu vực ' || (units.unit_no % 100) || ' - ' || units.province_name
        when 'PHONG_NV'
            then 'Phòng Nghiệp vụ ' || (units.unit_no % 100 - 50) || ' - Thi hành án dân sự ' || units.province_name
        else units.given_name
    end as ten_don_vi,
    units.level as cap_don_vi,
    units.parent_id as ma_don_vi_cha,
    units.province as ma_tinh,
    date '2025-07-01' as ngay_hieu_luc,
    null::date as ngay_het_hieu_luc,
from demo.units as units
left join read_csv(
    getvariable('reference_folder') || '/provinces.csv', header = true, types = {'code': 'varchar', 'valid_to': 'date'}
) as provinces
    on provinces.code = units.province
    and getvariable('night') between provinces.valid_from and coalesce(provinces.valid_to, date '9999-12-31')
order by units.unit_no
