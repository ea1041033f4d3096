-- A metric of the nation or a province on a night, for the nights drawn and the one compared with.
select
    figures.metric_id,
    members.unit_id,
    figures.night,
    sum(figures.numerator)::bigint as numerator,
    sum(figures.denominator)::bigint as denominator,
from history.office_metrics as figures
join marts.unit_members as members
    on members.office_id = figures.office_id
where members.level in ('nation', 'province')
    and (figures.night between $from::date and $to::date or figures.night = $compared::date)
group by all
order by figures.night
