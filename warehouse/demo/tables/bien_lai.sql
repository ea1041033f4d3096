-- Receipts issued by the end of the night. Only a file whose money is right can have receipts booked to it;
-- the others are booked to the office alone.
with
    paying as (
        select
            *,
            right_from < getvariable('cut_off') and paid_this_year >= 10000 as is_booked,
            1 + draw_int(file_no, 'receipts', 3) as receipts,
            unnest(range(1, 2 + draw_int(file_no, 'receipts', 3)))::integer as part,
        from demo.money_items
        where n = 1 and appears_at < getvariable('cut_off')
    ),
    issued as (
        select
            *,
            file_no * 8 + part as receipt_no,
            -- A payment that nobody posts: long after the money was last touched.
            part = 1 and paid_this_year >= 10000 and chance(file_no, 'not posted') < 0.02 as is_unposted,
            case
                when is_unposted then right_from + to_days(4 + draw_int(file_no, 'posted after', 6))
                when paid_this_year >= 10000 and right_from is not null then greatest(
                    at_second(date '2026-01-20', office_seconds(chance(file_no * 8 + part, 'first receipts'))),
                    right_from - to_days(draw_int(file_no * 8 + part, 'issued', 30))
                )
                else appears_at + to_days(draw_int(file_no * 8 + part, 'issued', 12))
            end as issued_at,
        from paying
    )
select
    'BL' || receipt_no as so_bien_lai,
    unit_id as ma_don_vi,
    if(is_booked, file_id(file_no), null) as ma_ho_so,
    case
        when paid_this_year < 10000 then 50000 * (1 + draw_int(receipt_no, 'receipt', 60))
        when part = 1 and chance(file_no, 'overpaid') < 0.006 then paid_this_year + due
        else greatest(1000, paid_this_year * 9 // 10 // receipts)
    end as so_tien,
    issued_at as ngay_lap,
    chance(receipt_no, 'cancelled') < 0.012 as da_huy,
from issued
where issued_at < getvariable('cut_off')
