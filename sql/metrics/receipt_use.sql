-- The valid receipts of the statistical year, against the money enforced in it (2-metrics § 2.7).
with receipts as (
    select
        office_id,
        sum(amount_vnd) as amount_vnd,
    from marts.receipts
    cross join marts.night
    where not is_cancelled
        and issued_at >= marts.night.statistical_year_from
        and issued_at < marts.night.night + interval 1 day
    group by all
),
enforced as (
    select
        marts.case_files.office_id,
        sum(coalesce(marts.money_items.enforced_vnd, 0)::hugeint - coalesce(marts.money_items.enforced_before_vnd, 0)) as amount_vnd,
    from marts.money_items
    join marts.case_files using (case_id)
    where marts.case_files.is_counted
    group by all
)

select
    office_id,
    null::varchar as officer_id,
    coalesce(receipts.amount_vnd, 0) as numerator,
    coalesce(enforced.amount_vnd, 0) as denominator,
from receipts
full join enforced using (office_id)
