-- One row per official; in every unit the enforcement officers come first, the head is the first of them.
create table demo.officials as
with
    numbered as (
        select
            units.unit_no,
            units.unit_id,
            units.level,
            units.province,
            units.officers,
            unnest(range(1, units.officials + 1))::integer as n,
            units.officials_before,
        from demo.units as units
    ),
    drawn as (
        select
            *,
            officials_before + n as official_no,
            chance(officials_before + n, 'title') as title_draw,
            -- Even numbers of the list are men's names.
            2 * draw_int(officials_before + n, 'name', getvariable('people') // 2)
                + if(chance(officials_before + n, 'gender') < 0.4, 1, 0) as person,
        from numbered
    )
select
    drawn.official_no,
    official_id(drawn.official_no) as official_id,
    drawn.unit_no,
    drawn.unit_id,
    drawn.level,
    drawn.province,
    drawn.n,
    people.full_name,
    people.gender,
    case
        when drawn.n <= drawn.officers and title_draw < if(drawn.level = 'PHONG_NV', 0.12, 0.02) then 'CHV_CAO_CAP'
        when drawn.n <= drawn.officers and title_draw < 0.42 then 'CHV_TRUNG_CAP'
        when drawn.n <= drawn.officers then 'CHV_SO_CAP'
        when drawn.level = 'TINH' and drawn.n <= 3 then 'CHV_CAO_CAP'
        when drawn.level in ('CUC', 'DON_VI_CUC') then if(title_draw < 0.35, 'THAM_TRA_VIEN', 'CHUYEN_VIEN')
        when title_draw < 0.14 then 'THAM_TRA_VIEN'
        when title_draw < 0.58 then 'THU_KY'
        when title_draw < 0.72 then 'CHUYEN_VIEN'
        when title_draw < 0.86 then 'KE_TOAN'
        else 'KHAC'
    end as title,
    case
        when drawn.level = 'CUC' then true
        when drawn.level = 'TINH' then drawn.n <= 4
        when drawn.level = 'PHONG_KV' then drawn.n = 1 or drawn.n = 2 and chance(drawn.official_no, 'deputy') < 0.7
        else drawn.n <= 2
    end as leads,
    -- A few came with the merger of July 2025 or after it; everybody was there when the platform went live.
    if(
        chance(drawn.official_no, 'newcomer') < 0.06,
        date '2025-07-01' + draw_int(drawn.official_no, 'joined', 200),
        date '2025-06-01' - draw_days(drawn.official_no, 'joined', 3200)
    ) as joined_on,
    if(
        drawn.n > 2 and chance(drawn.official_no, 'leaves') < 0.012,
        date '2026-01-25' + draw_int(drawn.official_no, 'left', 300),
        null
    ) as left_on,
from drawn
join demo.people as people on people.n = drawn.person
order by drawn.official_no;
