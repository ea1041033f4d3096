-- One row per file with a monetary obligation: when its items come onto the platform, when they are right, and what is wrong until then.
create table demo.money as
with
    counted as (
        select
            file_no,
            unit_no,
            province,
            appears_at::date as entered_on,
            row_number() over (partition by province order by draw(file_no, 'has money')) as place,
            count(*) over (partition by province) as files,
        from demo.case_files
        where appears_at < getvariable('reference_night') + interval 1 day
            and deleted_at is null
            and file_no = original_no
    ),
    -- The share that reads to two decimals as published: so many complete, and as many with money as make it so.
    aimed as (
        select
            province,
            greatest(1, round(files * 0.76 * money_coverage)) as complete,
            least(floor(files * 0.9), greatest(complete, round(complete / money_coverage))) as with_money,
        from (select province, any_value(files) as files from counted group by all)
        join (select distinct province, money_coverage from demo.units where province is not null) using (province)
    ),
    on_reference as (
        select
            counted.*,
            row_number() over (
                partition by counted.province
                order by chance(counted.file_no, 'money') + 0.6 * chance(counted.unit_no, 'money')
            ) <= aimed.complete as is_complete,
        from counted
        join aimed using (province)
        where counted.place <= aimed.with_money
    ),
    others as (
        select
            file_no,
            unit_no,
            province,
            appears_at::date as entered_on,
            chance(file_no, 'money') < 0.9 as is_complete,
        from demo.case_files
        anti join counted using (file_no)
        where chance(file_no, 'has money') < 0.76 and file_no = original_no
    ),
    all_files as (
        select file_no, province, is_complete, true as on_reference, from on_reference
        union all
        select file_no, province, is_complete, false as on_reference, from others
    ),
    drawn as (
        select
            all_files.*,
            files.unit_no,
            files.officer_no,
            files.kind,
            files.accepted_on,
            files.appears_at,
            files.closed_on,
            files.last_state,
            files.is_required,
            units.money_coverage < 0.5 as is_behind,
            chance(all_files.file_no, 'gap') as gap_draw,
        from all_files
        join demo.case_files as files using (file_no)
        join demo.units as units using (unit_no)
    ),
    gaps as (
        select
            *,
            (case
                when gap_draw < if(is_behind, 0.46, 0.40) then 'no_item'
                when gap_draw < if(is_behind, 0.82, 0.62) then 'hollow'
                when gap_draw < if(is_behind, 0.95, 0.74) then 'empty'
                when gap_draw < if(is_behind, 0.98, 0.86) then 'partial'
                when gap_draw < if(is_behind, 0.99, 0.95) then 'unbalanced'
                else 'negative'
            end)::demo.gap as gap,
            case
                when is_complete and on_reference then appears_at + to_days(floor(
                    pow(chance(file_no, 'money lag'), 1.3) * if(is_behind, 1, 0.2)
                        * (getvariable('reference_night') - appears_at::date)
                )::integer)
                when is_complete then appears_at + to_days(draw_int(file_no, 'money lag', 8))
                when chance(file_no, 'money mended') < 0.85 then greatest(appears_at, getvariable('reference_night') + interval 32 hours)
                    + to_days(1 + draw_days(file_no, 'money mended', 30))
            end as right_from,
        from drawn
    )
select
    *,
    if(gap = 'no_item' or is_complete and gap_draw >= 0.25, right_from, appears_at) as items_from,
from gaps
order by file_no;

-- One row per money item of these files: the true amounts, whole đồng.
create table demo.money_items as
with
    numbered as (
        select
            file_no,
            officer_no,
            case_no_items,
            unnest(range(1, case_no_items + 1))::integer as n,
            accepted_on,
        from (
            select
                *,
                case when chance(file_no, 'items') < 0.74 then 1 when chance(file_no, 'items') < 0.96 then 2 else 3 end as case_no_items,
            from demo.money
        )
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
            (case
                when item_draw < 0.46 then 'AN_PHI'
                when item_draw < 0.74 then 'TRA_NO'
                when item_draw < 0.85 then 'BOI_THUONG'
                when item_draw < 0.91 then 'PHAT_TIEN'
                when item_draw < 0.96 then 'CAP_DUONG'
                when item_draw < 0.98 then 'TICH_THU'
                else 'KHAC'
            end) as item_type,
            case
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
            end as due,
        from drawn
    )
select
    item_no,
    file_no,
    n,
    item_type,
    item_type in ('AN_PHI', 'PHAT_TIEN', 'TICH_THU') as goes_to_budget,
    least(due, 95000000000)::bigint as due,
    if(item_type in ('AN_PHI', 'PHAT_TIEN') and chance(item_no, 'reduced') < 0.02, due // 4, 0)::bigint as reduced,
    if(accepted_on < date '2025-10-01' and chance(item_no, 'paid before') < 0.3, floor(least(due, 95000000000) * 0.5 * chance(item_no, 'part before')), 0)::bigint as paid_before,
    if(chance(item_no, 'paid') < 0.45, floor(least(due, 95000000000) * 0.25 * chance(item_no, 'part')), 0)::bigint as paid_this_year,
    chance(file_no, 'debt left') < 0.006 as keeps_debt,
from priced
order by item_no;
