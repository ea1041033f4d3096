-- Nominations received by the night; most come in April, a few people are proposed for both awards.
with
    proposers as (
        select
            unit_no,
            unit_id,
            province,
            unnest(range(1, if(level = 'TINH', 5, 3) + draw_int(unit_no, 'nominations', 3)))::integer as n,
        from demo.units
        where level in ('TINH', 'DON_VI_CUC')
    ),
    numbered as (
        select
            *,
            unit_no * 100 + n as nomination_no,
            if(n = 1 and province is not null, 'TAP_THE', 'CA_NHAN') as subject,
        from proposers
    ),
    candidates as (
        select
            unit_no // 100 as family,
            if(unit_no // 100 = 0, unit_id, null) as department_unit,
            official_id,
            row_number() over (partition by family, department_unit order by draw(official_no, 'merit')) as place,
        from demo.officials
        where left_on is null and title <> 'KHAC' and level <> 'CUC'
    ),
    offices as (
        select
            province,
            unit_id as office_id,
            row_number() over (partition by province order by draw(unit_no, 'merit')) as place,
        from demo.units
        where level = 'PHONG_KV'
    ),
    nominated as (
        select
            numbered.*,
            if(subject = 'TAP_THE', offices.office_id, null) as office_id,
            if(subject = 'CA_NHAN', candidates.official_id, null) as official_id,
            case
                when chance(nomination_no, 'early') < 0.12 then date '2026-03-26' + draw_int(nomination_no, 'received', 6)
                when chance(nomination_no, 'early') < 0.95 then date '2026-04-06' + draw_int(nomination_no, 'received', 19)
                else date '2026-04-25' + draw_int(nomination_no, 'received', 6)
            end as received_on,
        from numbered
        left join offices on offices.province = numbered.province and offices.place = numbered.n
        left join candidates
            on candidates.family = numbered.unit_no // 100
            and (candidates.department_unit is null or candidates.department_unit = numbered.unit_id)
            and candidates.place = numbered.n
    ),
    proposed as (
        select
            *,
            if(n = 2, 'BANG_KHEN_BO_TRUONG', 'GIAY_KHEN_CUC_TRUONG') as award,
            0 as again,
        from nominated
        union all
        select
            *,
            if(n = 2, 'GIAY_KHEN_CUC_TRUONG', 'BANG_KHEN_BO_TRUONG') as award,
            1 as again,
        from nominated
        where chance(nomination_no, 'both') < 0.06
    )
select
    'DN' || lpad(nomination_no::varchar, 6, '0') || if(again = 1, 'B', '') as ma_de_nghi,
    unit_id as ma_don_vi_de_nghi,
    subject as doi_tuong,
    office_id as ma_don_vi,
    official_id as ma_can_bo,
    award as hinh_thuc,
    row_number() over (partition by unit_id, subject, award order by n)::integer as thu_tu_uu_tien,
    received_on as ngay_nhan,
    chance(nomination_no, 'submission') < 0.95 as co_to_trinh,
    chance(nomination_no, 'minutes') < 0.93 as co_bien_ban,
    chance(nomination_no, 'achievements') < 0.96 as co_bao_cao_thanh_tich,
    chance(nomination_no, 'confirmed') < 0.90 as co_xac_nhan,
from proposed
where received_on <= getvariable('night')
    and coalesce(office_id, official_id) is not null
order by nomination_no, again
