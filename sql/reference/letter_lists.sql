-- One row per list for criticism or praise that a letter calls for: which units are on it, and in which order (2-metrics § 2.9).
-- On it are those below or above the threshold, or the first so many in its order.
select
    list_id,
    list_name,
    metric_id,
    comparison,
    threshold::double as threshold,
    level,
    sort_order,
    purpose,
    letter,
from read_csv('letter_lists.csv', header = true, all_varchar = true)
