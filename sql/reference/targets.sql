-- One row per metric and period: the target in force, and the letter that sets it.
-- What was set by decision since the release ends what is in force on its first day, and of one day the last decision holds.
with stated as (
    select
        null::integer as change_id,
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
    union all
    select
        change_id,
        metric_id,
        valid_from,
        null,
        goal,
        floor,
        deadline,
        letter,
        clause,
        false,
    from reference.changed_targets
),
last_of_day as (
    select
        *,
    from stated
    qualify row_number() over (partition by metric_id, valid_from order by change_id desc nulls last) = 1
)

select
    metric_id,
    valid_from,
    least(valid_to, lead(valid_from) over (partition by metric_id order by valid_from) - 1) as valid_to,
    goal,
    floor,
    deadline,
    letter,
    clause,
    is_default,
from last_of_day
