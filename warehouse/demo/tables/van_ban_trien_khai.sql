-- Plans and directives to roll the platform out; most in time, some late, some never issued.
with
    drawn as (
        select
            units.*,
            kinds.kind,
            kinds.code,
            chance(unit_no * 10 + kinds.n, 'issued') as issued,
            case
                when issued < kinds.in_time then date '2026-01-22' + draw_int(unit_no * 10 + kinds.n, 'issued on', 36)
                when issued < kinds.ever then date '2026-03-02' + draw_int(unit_no * 10 + kinds.n, 'issued on', 24)
            end as issued_on,
            unit_no * 10 + kinds.n as document_no,
        from demo.units as units
        join (values
            (1, 'TINH', 'KE_HOACH', 'KH', 0.90, 0.97),
            (2, 'TINH', 'CHI_DAO', 'CĐ', 0.55, 0.75),
            (3, 'TINH', 'TAP_HUAN', 'TB', 0.60, 0.80),
            (4, 'PHONG_KV', 'KE_HOACH', 'KH', 0.93, 0.98),
            (5, 'PHONG_KV', 'PHAN_CONG', 'PC', 0.70, 0.85),
            (6, 'PHONG_NV', 'KE_HOACH', 'KH', 0.94, 0.98),
            (7, 'DON_VI_CUC', 'KE_HOACH', 'KH', 0.90, 1.00)
        ) as kinds (n, level, kind, code, in_time, ever) on kinds.level = units.level
    )
select
    'VB' || lpad(document_no::varchar, 6, '0') as ma_van_ban,
    unit_id as ma_don_vi,
    kind as loai,
    (1 + draw_int(document_no, 'document', 240)) || '/' || code || '-'
        || if(level = 'DON_VI_CUC', 'CQLTHADS', 'THADS') as so_ky_hieu,
    -- Nobody signs on a weekend.
    issued_on + case isodow(issued_on) when 6 then 2 when 7 then 1 else 0 end as ngay_ban_hanh,
from drawn
where issued_on + 2 <= getvariable('night')
order by document_no
