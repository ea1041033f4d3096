-- Money items on the platform at the end of the night: right, or as somebody left them.
with
    present as (
        select
            *,
            coalesce(right_from >= getvariable('cut_off'), true) as is_wrong,
            ends_paid and closed_on <= getvariable('night') as is_finished,
        from demo.money_items
        where items_from < getvariable('cut_off')
    ),
    settled as (
        select
            *,
            case
                when is_finished and keeps_debt then (due - reduced) // 2
                when is_finished then due - reduced
                else paid_before + paid_this_year
            end as paid,
            -- Where the statistical year has turned, what was paid before its first day has moved there too.
            case
                when getvariable('year_start') = date '2025-10-01' then paid_before
                when is_finished and closed_on < getvariable('year_start') then paid
                when right_from < getvariable('year_start') then paid_before + paid_this_year
                else paid_before
            end as paid_earlier,
            if(is_wrong, gap, null) as open_gap,
        from present
    )
select
    'KT' || item_no as ma_khoan,
    file_id(file_no) as ma_ho_so,
    item_type as loai_khoan,
    goes_to_budget as nop_ngan_sach,
    case open_gap
        when 'empty' then null
        when 'hollow' then item_no % 2
        else due
    end as phai_thi_hanh,
    case open_gap
        when 'empty' then null
        when 'hollow' then 0
        when 'negative' then -1 - paid
        else paid
    end as da_thi_hanh,
    if(open_gap in ('empty', 'hollow', 'negative'), null, least(paid_earlier, paid)) as da_thi_hanh_truoc,
    if(open_gap in ('empty', 'hollow') or reduced = 0, null, reduced) as giam_mien,
    case open_gap
        when 'empty' then null
        when 'partial' then null
        when 'hollow' then item_no % 2
        when 'unbalanced' then due - paid - reduced + 1000000
        else due - paid - reduced
    end as con_phai_thi_hanh,
    if(
        is_wrong,
        items_from,
        greatest(right_from, if(closed_on <= getvariable('night'), closed_on + interval 10 hour, null))
    ) as ngay_cap_nhat,
from settled
