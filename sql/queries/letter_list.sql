-- The rule of a list for praise or criticism; none when no letter calls for it.
select
    list_id,
    list_name,
    metric_id,
    comparison,
    threshold,
    level,
    sort_order,
    purpose,
    letter,
from reference.letter_lists
where list_id = $id
