-- A metric of a unit on a night: every unit of the level at or below the one asked for, also those without data.
with recursive within as (
    select
        unit_id,
    from marts.units
    where unit_id = $unit
    union
    select
        units.unit_id,
    from marts.units as units
    join within
        on within.unit_id = units.parent_id
),
members as (
    select
        unit_id,
        unit_name,
        office_id,
    from marts.unit_members
    where level = $level
        and ($unit = 'VN' or unit_id in (select unit_id from within))
),
counted as (
    select
        nights.night,
        members.unit_id,
        members.unit_name,
        sum(figures.numerator)::bigint as numerator,
        sum(figures.denominator)::bigint as denominator,
    from members
    cross join history.nights as nights
    left join history.office_metrics as figures
        on figures.night = nights.night
            and figures.office_id = members.office_id
            and figures.metric_id = $metric
    where nights.night between $from::date and $to::date
    group by all
)
select
    night,
    unit_id,
    unit_name,
    numerator,
    denominator,
from counted
order by
    night,
    case when $level = 'province' then unit_name end collate vi,
    unit_id
