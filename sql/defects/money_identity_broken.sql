-- A file offends when an item has all three amounts and they do not add up, or has any negative amount (2-metrics § 2.4).
with broken as (
    select
        case_id,
        item_id,
        case
            when least(due_vnd, enforced_vnd, enforced_before_vnd, remitted_vnd, outstanding_vnd) < 0 then
                'số âm ' || concat_ws(
                    ', ',
                    if(due_vnd < 0, 'phải thi hành ' || format('{:t.}', due_vnd), null),
                    if(enforced_vnd < 0, 'đã thi hành ' || format('{:t.}', enforced_vnd), null),
                    if(enforced_before_vnd < 0, 'đã thi hành trước ' || format('{:t.}', enforced_before_vnd), null),
                    if(remitted_vnd < 0, 'giảm, miễn ' || format('{:t.}', remitted_vnd), null),
                    if(outstanding_vnd < 0, 'còn phải thi hành ' || format('{:t.}', outstanding_vnd), null)
                )
            else
                'phải thi hành ' || format('{:t.}', due_vnd)
                || ', đã thi hành ' || format('{:t.}', enforced_vnd)
                || ', giảm, miễn ' || format('{:t.}', coalesce(remitted_vnd, 0))
                || ', còn phải thi hành ' || format('{:t.}', outstanding_vnd)
        end as found,
    from marts.money_items
    where least(due_vnd, enforced_vnd, enforced_before_vnd, remitted_vnd, outstanding_vnd) < 0
        -- As HUGEINT, because a sum of absurd amounts must not stop the night.
        or due_vnd::hugeint <> enforced_vnd::hugeint + coalesce(remitted_vnd, 0) + outstanding_vnd
),
broken_files as (
    select
        case_id,
        'khoản ' || min(item_id) || ': ' || arg_min(found, item_id)
            || if(count(*) > 1, ' (và ' || (count(*) - 1) || ' khoản khác)', '') as found,
    from broken
    group by all
)

select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    broken_files.found,
from broken_files
join marts.case_files using (case_id)
where marts.case_files.is_live
