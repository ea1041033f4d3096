-- A metric of an officer on a night, for the nights drawn and the one compared with.
select
    metric_id,
    officer_id as unit_id,
    night,
    numerator,
    denominator,
from history.officer_metrics
where officer_id in (
    select
        officer_id,
    from marts.officials
    where officer_id = $unit
        or office_id = $unit
)
    and (night between $from::date and $to::date or night = $compared::date)
