-- One row per unit of a level, or person who is responsible, with open offences: how many by the days they have been open.
-- What belongs to no unit of the level, or to nobody, is a row without a code.
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
open_offences as (
    select
        offences.office_id,
        offences.officer_id,
        night.night - offences.open_since as age_days,
    from marts.fix_list as offences
    cross join meta.night as night
    where offences.defect_state <> 'fixed'
        and ($unit = 'VN' or offences.office_id in (select unit_id from within))
),
placed as (
    select
        if($level = 'officer', open_offences.officer_id, members.unit_id) as unit_id,
        if($level = 'officer', officials.officer_name, members.unit_name) as unit_name,
        open_offences.age_days,
    from open_offences
    left join marts.unit_members as members
        on members.office_id = open_offences.office_id
        and members.level = $level
    left join marts.officials as officials
        on officials.officer_id = open_offences.officer_id
)

select
    unit_id,
    unit_name,
    count(*) filter (where age_days <= 7) as up_to_7_days,
    count(*) filter (where age_days between 8 and 14) as up_to_14_days,
    count(*) filter (where age_days between 15 and 30) as up_to_30_days,
    count(*) filter (where age_days > 30) as over_30_days,
    count(*) as offences,
from placed
group by all
order by
    offences desc,
    unit_id
