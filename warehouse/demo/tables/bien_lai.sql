-- Receipts issued by the end of the night. Only a file whose money is right can have receipts booked to it;
-- the others are booked to the office alone.
with
    paying as (
        select
            money.*,
            first_item.paid_this_year,
            first_item.due,
            money.right_from < getvariable('cut_off') and first_item.paid_this_year >= 10000 as is_booked,
            unnest(range(1, 2 + draw_int(money.file_no, 'receipts', 4)))::integer as n,
            1 + draw_int(money.file_no, 'receipts', 4) as receipts,
        from demo.money as money
        join demo.money_items as first_item on first_item.file_no = money.file_no and first_item.n = 1
        where money.appears_at < getvariable('cut_off')
    ),
    issued as (
        select
            *,
            file_no * 8 + n as receipt_no,
            -- A payment that nobody posts: long after the money was last touched.
            n = 1 and paid_this_year >= 10000 and chance(file_no, 'not posted') < 0.02 as is_unposted,
            case
                when is_unposted then right_from + to_days(4 + draw_int(file_no, 'posted after', 6))
                when paid_this_year >= 10000 and right_from is not null then greatest(
                    timestamp '2026-01-20 08:00:00' + to_seconds(floor(chance(file_no * 8 + n, 'first receipts') * 30000)::bigint),
                    right_from - to_days(draw_int(file_no * 8 + n, 'issued', 30))
                )
                else appears_at + to_days(draw_int(file_no * 8 + n, 'issued', 12))
            end as issued_at,
        from paying
    )
select
    'BL' || receipt_no as so_bien_lai,
    unit.unit_id as ma_don_vi,
    if(is_booked, file_id(file_no), null) as ma_ho_so,
    case
        when paid_this_year < 10000 then 50000 * (1 + draw_int(receipt_no, 'receipt', 60))
        when n = 1 and chance(file_no, 'overpaid') < 0.006 then paid_this_year + due
        else greatest(1000, paid_this_year * 9 // 10 // receipts)
    end as so_tien,
    issued_at as ngay_lap,
    chance(receipt_no, 'cancelled') < 0.012 as da_huy,
from issued
join demo.units as unit using (unit_no)
where issued_at < getvariable('cut_off')
