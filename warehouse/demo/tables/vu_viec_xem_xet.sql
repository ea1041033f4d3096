-- Matters that bar a unit or a person from awards, opened by the night.
with
    matters as (
        select
            unit_no * 10000 as matter_no,
            unit_id,
            null as official_id,
            ['KET_LUAN_VI_PHAM_NGHIEM_TRONG', 'DON_THU_DANG_XAC_MINH', 'BAO_CHI_NEU_DANG_XAC_MINH'][
                1 + draw_int(unit_no, 'matter', 3)
            ] as kind,
        from demo.units
        where level in ('TINH', 'PHONG_KV') and chance(unit_no, 'barred') < 0.025
        union all
        select
            official_no as matter_no,
            null as unit_id,
            official_id,
            ['XEM_XET_KY_LUAT', 'THI_HANH_KY_LUAT', 'KHOI_TO_DIEU_TRA', 'DON_THU_DANG_XAC_MINH'][
                1 + draw_int(official_no, 'matter', 4)
            ] as kind,
        from demo.officials
        where chance(official_no, 'barred') < 0.004
    ),
    dated as (
        select
            *,
            date '2025-11-01' + draw_int(matter_no, 'opened', 200) as opened_on,
            if(chance(matter_no, 'settled') < 0.4, opened_on + 20 + draw_int(matter_no, 'settled', 90), null) as settled_on,
        from matters
    )
select
    'VV' || lpad(matter_no::varchar, 8, '0') as ma_vu_viec,
    unit_id as ma_don_vi,
    official_id as ma_can_bo,
    kind as loai,
    opened_on as tu_ngay,
    if(settled_on <= getvariable('night'), settled_on, null) as den_ngay,
from dated
where opened_on <= getvariable('night')
order by matter_no
