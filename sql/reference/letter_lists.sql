-- One row per list for criticism or praise that a letter calls for: which units are on it, and in which order (2-metrics § 2.9).
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
