-- One row per example of a signal of entry for form's sake within a unit: as many of each as asked for, and one of
-- every office before a second of any (2-metrics § 2.4).
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
in_turn as (
    select
        *,
        row_number() over (
            partition by
                signal,
                office_id
            order by
                case_id,
                officer_id,
                found
        ) as turn,
    from marts.signals
    where $unit = 'VN' or office_id in (select unit_id from within)
),
numbered as (
    select
        *,
        row_number() over (
            partition by signal
            order by
                turn,
                office_id
        ) as place,
    from in_turn
)

select
    numbered.signal,
    numbered.office_id,
    offices.unit_name as office_name,
    numbered.officer_id,
    officials.officer_name,
    numbered.case_id,
    numbered.found,
from numbered
left join marts.units as offices
    on offices.unit_id = numbered.office_id
left join marts.officials as officials
    on officials.officer_id = numbered.officer_id
where numbered.place <= $most
order by
    numbered.signal,
    numbered.place
