-- One row per target there is: the metric, the period it is in force, and the letter that sets it.
select
    metric_id as metric,
    valid_from,
    valid_to,
    goal,
    floor,
    strftime(deadline, '%Y-%m-%dT%H:%M:%S+07:00') as deadline,
    letter,
    clause,
    is_default as by_default,
from reference.targets
order by
    metric_id,
    valid_from
