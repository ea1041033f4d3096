-- One row per signal of entry for form’s sake and day on which it was found of an officer: how often, as the latest night knows it.
select
    signal,
    happened_on as day,
    count(*) as occurrences,
from marts.signals
where officer_id = $officer
    and happened_on is not null
group by all
order by
    signal,
    day
