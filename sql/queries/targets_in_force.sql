-- The target of a metric in force on a night, for the nights of a period.
select
    nights.night,
    targets.metric_id,
    targets.goal,
    targets.floor,
    strftime(targets.deadline, '%Y-%m-%dT%H:%M:%S+07:00') as deadline,
    targets.letter,
    targets.clause,
    targets.is_default as by_default,
from history.nights as nights
join reference.targets as targets
    on targets.valid_from <= nights.night
        and (targets.valid_to is null or targets.valid_to >= nights.night)
where nights.night between $from::date and $to::date
