-- One row per metric and period: the target in force, and the letter that sets it.
select
    metric_id,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    goal::double as goal,
    floor::double as floor,
    deadline::timestamp as deadline,
    letter,
    clause,
    by_default::boolean as is_default,
from read_csv('targets.csv', header = true, all_varchar = true)
