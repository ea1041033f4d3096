-- One row per money item, judged by itself: complete, or typed in for form's sake (2-metrics § 2.3).
select
    item_id,
    case_id,
    item_type,
    is_for_budget,
    due_vnd,
    enforced_vnd,
    enforced_before_vnd,
    remitted_vnd,
    outstanding_vnd,
    changed_at,
    coalesce(
        due_vnd > 1
        and enforced_vnd is not null
        and outstanding_vnd is not null
        and least(enforced_vnd, enforced_before_vnd, remitted_vnd, outstanding_vnd) >= 0
        -- As HUGEINT, because a sum of absurd amounts must not stop the night.
        and due_vnd::hugeint = enforced_vnd::hugeint + coalesce(remitted_vnd, 0) + outstanding_vnd,
        false
    ) as is_complete,
    coalesce(
        due_vnd <= 1
        or (due_vnd is null and coalesce(enforced_vnd, 0) = 0 and coalesce(outstanding_vnd, 0) = 0),
        false
    ) as is_hollow,
from staging.money_items
