-- What each officer must have entered by the night, counted off the paper registers.
with
    required as (
        select
            unit_id,
            if(is_unassigned, '-', officer_id) as official_id,
            'TCTHA' as system,
            kind,
        from demo.case_files
        where is_required and required_from <= getvariable('night')
        union all
        select
            unit_id,
            official_id,
            'KNTC' as system,
            kind,
        from demo.petitions
        where received_on <= getvariable('night')
    )
select
    unit_id as ma_don_vi,
    official_id as ma_can_bo,
    system as he_thong,
    if(kind = 1, 'TON_CU', 'PHAT_SINH') as loai_du_lieu,
    count(*)::integer as so_phai_nhap,
from required
group by all
order by all
