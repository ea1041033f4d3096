-- A metric of the nation or a province on two nights.
select
    figures.metric_id,
    members.level,
    members.unit_id,
    members.unit_name,
    (sum(figures.numerator) filter (where figures.night = $before::date))::bigint as numerator_before,
    (sum(figures.denominator) filter (where figures.night = $before::date))::bigint as denominator_before,
    (sum(figures.numerator) filter (where figures.night = $night::date))::bigint as numerator_now,
    (sum(figures.denominator) filter (where figures.night = $night::date))::bigint as denominator_now,
from history.office_metrics as figures
join marts.unit_members as members
    on members.office_id = figures.office_id
where members.level in ('nation', 'province')
    and figures.night in ($before::date, $night::date)
group by all
