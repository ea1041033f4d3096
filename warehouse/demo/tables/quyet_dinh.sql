-- Decisions drafted with the program by the end of the night: the one that opens a file, and those that follow.
with
    drafted as (
        select
            files.*,
            unnest(range(
                if(chance(files.file_no, 'drafted by hand') < 0.05 * files.weakness, 2, 1),
                2 + draw_int(files.file_no, 'decisions', 3)
            ))::integer as n,
        from demo.case_files as files
        where files.appears_at < getvariable('cut_off') and files.file_no = files.original_no
    ),
    dated as (
        select
            *,
            file_no * 8 + n as decision_key,
            appears_at + to_days(if(n = 1, 0, 2 * (n - 1) + draw_int(file_no * 8 + n, 'decided after', 6))) as drafted_at,
        from drafted
    )
select
    'QD' || decision_key as ma_quyet_dinh,
    if(n > 1 and decision_key % 97 = 0, null, file_id) as ma_ho_so,
    unit_id as ma_don_vi,
    case
        when n = 1 then 'THI_HANH_AN'
        when n = 2 and first_state in ('HOAN', 'HOAN_THOA_THUAN') then 'HOAN'
        when n = 2 and first_state = 'TAM_DINH_CHI' then 'TAM_DINH_CHI'
        when n = 2 and closed_on <= drafted_at::date and last_state = 'DINH_CHI' then 'DINH_CHI'
        when n = 2 and closed_on <= drafted_at::date and last_state = 'UY_THAC' then 'UY_THAC'
        when n = 2 and closed_on <= drafted_at::date and last_state = 'THU_HOI_QD' then 'THU_HOI'
        when decision_key % 5 = 0 then 'CUONG_CHE'
        else 'KHAC'
    end as loai_quyet_dinh,
    if(n = 1, decision_no, (decision_key % 9000 + 1) || '/QĐ-THADS') as so_quyet_dinh,
    if(n = 1, decided_on, drafted_at::date) as ngay_ky,
    drafted_at as ngay_tao,
from dated
where drafted_at < getvariable('cut_off')
