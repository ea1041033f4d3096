-- A metric of the unit asked for or a unit below it, on the nights drawn and the one compared with; of provinces on the night.
with below as (
    select
        unit_id,
    from marts.units
    where parent_id = $unit
)

select
    figures.metric_id,
    members.unit_id,
    figures.night,
    sum(figures.numerator)::bigint as numerator,
    sum(figures.denominator)::bigint as denominator,
from history.office_metrics as figures
join marts.unit_members as members
    on members.office_id = figures.office_id
where (
    (members.level = $level and (members.unit_id = $unit))
    or (members.level = $level_below and ($unit = 'VN' or members.unit_id in (select unit_id from below)))
    or (members.level = 'province' and figures.night = $to::date)
)
    and (figures.night between $from::date and $to::date or figures.night = $compared::date)
group by all
