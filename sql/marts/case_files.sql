-- One row per case file, with whether it counts (2-metrics § 2.1) and how complete its money is (§ 2.3).
with money_of_case as (
    select
        case_id,
        count(*) as items,
        count(*) filter (where is_complete) as items_complete,
        bool_and(is_complete) as is_complete,
        bool_and(is_hollow) as is_hollow,
        sum(due_vnd) as due_vnd,
    from marts.money_items
    group by all
)

select
    case_files.*,
    staging.case_files.deleted_at is null as is_live,
    marts.duplicates.case_id is not null as is_duplicate,
    staging.case_files.deleted_at is null and marts.duplicates.case_id is null as is_counted,
    coalesce(money_of_case.items, 0) as money_items,
    coalesce(money_of_case.items_complete, 0) as money_items_complete,
    money_of_case.due_vnd as due_vnd,
    case
        when not staging.case_files.has_money then null
        when money_of_case.is_complete then 'complete'
        when coalesce(money_of_case.is_hollow, true) then 'none'
        else 'partial'
    end as money_state,
from staging.case_files
left join marts.duplicates using (case_id)
left join money_of_case using (case_id)
