-- One row per unit whose paper figures are not complete: how many of its offices, or provinces of then, have not reported (2-metrics § 2.5).
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
    select distinct
        unit_id,
        unit_name,
    from marts.unit_members
    where level = $level
        and ($unit = 'VN' or unit_id in (select unit_id from within))
),
reported as (
    select distinct
        level,
        unit_id,
        code_province_id,
        has_former_code,
    from marts.reported_figures
    where side = 'paper'
        and statistical_year = $year::integer
        and months = $months::integer
        and form_kind = $form
),
-- A total that stands for all of its offices leaves none of them missing.
covered as (
    select
        unit_id,
    from reported
    where level = 'office'
    union
    select
        offices.office_id,
    from marts.offices as offices
    join reported
        on reported.level = 'province'
        and reported.unit_id = offices.province_id
    where offices.province_id not in (select code_province_id from reported where level = 'office')
),
expected as (
    select
        unit_members.unit_id,
        offices.office_id as reporter,
        offices.office_id in (from covered) as is_covered,
    from marts.unit_members
    join marts.offices as offices using (office_id)
    where unit_members.level = $level
        and not exists (from reported where has_former_code)
        and offices.valid_from <= $period_end::date
        and coalesce(offices.valid_to, $period_end::date) >= $period_end::date
    union all
    select distinct
        unit_members.unit_id,
        former.former_province_id,
        former.former_province_id in (select code_province_id from reported where level <> 'nation'),
    from marts.unit_members
    join reference.former_provinces as former
        on former.province_id = unit_members.province_id
    where unit_members.level = $level
        and $level <> 'office'
        and exists (from reported where has_former_code)
)
select
    expected.unit_id,
    count(*) as reports_missing,
from expected
join members using (unit_id)
where not expected.is_covered
    -- A total of the nation alone stands for everybody.
    and exists (from reported where level <> 'nation')
group by all
