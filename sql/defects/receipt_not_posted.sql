-- A file offends when a valid receipt is more days newer than every money item of the file than the limit (2-metrics § 2.4).
with newest_receipt as (
    select
        case_id,
        max(issued_at) as issued_at,
    from marts.receipts
    where not is_cancelled
        and case_id is not null
    group by all
),
newest_item as (
    select
        case_id,
        max(changed_at) as changed_at,
    from marts.money_items
    group by all
)

select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    'biên lai ' || strftime(newest_receipt.issued_at, '%d/%m/%Y')
        || coalesce(
            ', khoản tiền cập nhật lần cuối ' || strftime(newest_item.changed_at, '%d/%m/%Y'),
            ', chưa có khoản tiền'
        ) as found,
from newest_receipt
join marts.case_files using (case_id)
join marts.rule_limits
    on marts.rule_limits.rule = 'receipt_not_posted'
    and marts.rule_limits.measure = 'days'
left join newest_item using (case_id)
where marts.case_files.is_live
    -- Where there is no item, the receipt is newer than every one of them.
    and (
        newest_item.changed_at is null
        or newest_receipt.issued_at > newest_item.changed_at + to_days(marts.rule_limits.limit_value::integer)
    )
