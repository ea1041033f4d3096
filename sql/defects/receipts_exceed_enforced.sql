-- A file offends when its valid receipts add up to more than what its items say is enforced (2-metrics § 2.4).
with received as (
    select
        case_id,
        sum(amount_vnd) as received_vnd,
    from marts.receipts
    where not is_cancelled
        and case_id is not null
    group by all
),
enforced as (
    select
        case_id,
        sum(enforced_vnd) as enforced_vnd,
    from marts.money_items
    group by all
)

select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    'biên lai ' || format('{:t.}', received.received_vnd) || ' đồng, đã thi hành '
        || format('{:t.}', coalesce(enforced.enforced_vnd, 0)) || ' đồng' as found,
from received
join marts.case_files using (case_id)
left join enforced using (case_id)
where marts.case_files.is_live
    -- Items without amounts, or no item at all, add up to nothing.
    and received.received_vnd > coalesce(enforced.enforced_vnd, 0)
