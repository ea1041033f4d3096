-- One row per unit of a level: its live case files and petitions on a night.
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
)

select
    members.unit_id,
    coalesce(sum(subjects.live_files), 0)::bigint as files,
    coalesce(sum(subjects.live_petitions), 0)::bigint as petitions,
from marts.unit_members as members
left join history.live_subjects as subjects
    on subjects.office_id = members.office_id
        and subjects.night = $night::date
where members.level = $level
    and ($unit = 'VN' or members.unit_id in (select unit_id from within))
group by
    members.unit_id,
    members.unit_name
order by
    case when $level = 'province' then members.unit_name end collate vi,
    members.unit_id
