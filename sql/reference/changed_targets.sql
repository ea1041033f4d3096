-- One row per target that was set by decision since the release, from the day it is in force; the data folder has the rows.
select
    change_id::integer as change_id,
    metric_id,
    valid_from::date as valid_from,
    goal::double as goal,
    floor::double as floor,
    deadline::timestamp as deadline,
    letter,
    clause,
from read_csv('changed_targets.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
