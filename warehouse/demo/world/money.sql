-- One row per file that owes money: when its items come onto the platform, when they are right, and what is
-- wrong until then.
create table demo.money as
with
    drawn as (
        select
            file_no,
            unit_id,
            officer_no,
            accepted_on,
            appears_at,
            by_reference,
            has_complete_money,
            is_required,
            is_behind,
            last_state = 'THI_HANH_XONG' as ends_paid,
            closed_on,
            chance(file_no, 'gap') as gap_draw,
            case
                when chance(file_no, 'items') < 0.80 then 1
                when chance(file_no, 'items') < 0.97 then 2
                else 3
            end as items,
        from demo.case_files
        where has_money and file_no = original_no
    ),
    gaps as (
        select
            *,
            (case
                when gap_draw < if(is_behind, 0.56, 0.40) then 'no_item'
                when gap_draw < if(is_behind, 0.86, 0.62) then 'hollow'
                when gap_draw < if(is_behind, 0.95, 0.74) then 'empty'
                when gap_draw < if(is_behind, 0.98, 0.86) then 'partial'
                when gap_draw < if(is_behind, 0.99, 0.95) then 'unbalanced'
                else 'negative'
            end)::demo.gap as gap,
            case
                when has_complete_money and by_reference then appears_at + to_days(floor(
                    pow(chance(file_no, 'money lag'), 1.3) * if(is_behind, 1, 0.2)
                        * (getvariable('reference_night') - appears_at::date)
                )::integer)
                when has_complete_money then appears_at + to_days(draw_int(file_no, 'money lag', 8))
                when chance(file_no, 'money mended') < 0.85
                    then greatest(appears_at, getvariable('reference_night') + interval 32 hour) + to_days(1 + draw_days(file_no, 'money mended', 30))
            end as right_from,
        from drawn
    )
select
    *,
    if(gap = 'no_item' or has_complete_money and gap_draw >= 0.25, right_from, appears_at) as items_from,
from gaps;

-- One row per money item of these files: the true amounts, whole đồng.
create table demo.money_items as
with
    numbered as (
        select
            *,
            unnest(range(1, items + 1))::integer as n,
        from demo.money
    ),
    drawn as (
        select
            *,
            file_no * 4 + n as item_no,
            chance(file_no * 4 + n, 'item') as item_draw,
            chance(file_no * 4 + n, 'fee') as fee_draw,
            draw_normal(file_no * 4 + n, 'amount') as spread,
        from numbered
    ),
    priced as (
        select
            *,
            case
                when item_draw < 0.46 then 'AN_PHI'
                when item_draw < 0.74 then 'TRA_NO'
                when item_draw < 0.85 then 'BOI_THUONG'
                when item_draw < 0.91 then 'PHAT_TIEN'
                when item_draw < 0.96 then 'CAP_DUONG'
                when item_draw < 0.98 then 'TICH_THU'
                else 'KHAC'
            end as item_type,
            least(95000000000, case
                -- Somebody types the same figure again and again.
                when n = 1 and chance(officer_no, 'repeats') < 0.008 and chance(file_no, 'repeated') < 0.4 then 5000000
                when item_draw < 0.46 and fee_draw < 0.55 then 300000
                when item_draw < 0.46 and fee_draw < 0.75 then 200000
                when item_draw < 0.46 then 1000 * (800 * exp(1.1 * spread) + 301)::bigint
                when item_draw < 0.74 then 10000 * (6500 * exp(1.7 * spread) + 100)::bigint
                when item_draw < 0.85 then 10000 * (2200 * exp(1.2 * spread) + 50)::bigint
                when item_draw < 0.91 then 1000000 * (5 + floor(fee_draw * 45))::bigint
                when item_draw < 0.96 then 500000 * (2 + floor(fee_draw * 60))::bigint
                else 10000 * (900 * exp(1.4 * spread) + 30)::bigint
            end)::bigint as due,
        from drawn
    )
select
    item_no,
    file_no,
    n,
    items,
    unit_id,
    is_required,
    appears_at,
    items_from,
    right_from,
    gap,
    ends_paid,
    closed_on,
    item_type,
    item_type in ('AN_PHI', 'PHAT_TIEN', 'TICH_THU') as goes_to_budget,
    due,
    if(item_type in ('AN_PHI', 'PHAT_TIEN') and chance(item_no, 'reduced') < 0.02, due // 4, 0)::bigint as reduced,
    if(
        accepted_on < date '2025-10-01' and chance(item_no, 'paid before') < 0.3,
        floor(due * 0.5 * chance(item_no, 'part before')),
        0
    )::bigint as paid_before,
    if(chance(item_no, 'paid') < 0.45, floor(due * 0.25 * chance(item_no, 'part')), 0)::bigint as paid_this_year,
    chance(file_no, 'debt left') < 0.006 as keeps_debt,
from priced;
