-- A metric of an officer on a night: every enforcement officer at or below the unit asked for, and whoever has a figure.
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
figures as (
    select
        night,
        officer_id,
        numerator,
        denominator,
    from history.officer_metrics
    where metric_id = $metric
        and night between $from::date and $to::date
),
officers as (
    select
        officer_id,
        officer_name,
    from marts.officials
    where ($unit = 'VN' or officer_id = $unit or office_id in (select unit_id from within))
        and (is_enforcement_officer or officer_id in (select officer_id from figures))
)
select
    nights.night,
    officers.officer_id as unit_id,
    officers.officer_name as unit_name,
    figures.numerator,
    figures.denominator,
from officers
cross join history.nights as nights
left join figures
    on figures.night = nights.night
        and figures.officer_id = officers.officer_id
where nights.night between $from::date and $to::date
-- People are listed by given name, which comes last.
order by
    nights.night,
    string_split(officers.officer_name, ' ')[-1] collate vi,
    officers.officer_name collate vi,
    officers.officer_id
