-- A file offends when it has a monetary obligation and an item of 0 or 1 đồng, entered for form's sake (2-metrics § 2.4).
with hollow as (
    select
        case_id,
        count(*) as items,
        min(due_vnd) as least_vnd,
        max(due_vnd) as most_vnd,
    from marts.money_items
    where due_vnd in (0, 1)
    group by all
)

select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    hollow.items || ' khoản phải thi hành '
        || if(hollow.least_vnd = hollow.most_vnd, hollow.least_vnd::varchar, '0 và 1') || ' đồng' as found,
from hollow
join marts.case_files using (case_id)
where marts.case_files.is_live
    and marts.case_files.has_money
