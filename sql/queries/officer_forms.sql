-- One row per officer and indicator of a count, as the platform has it: every enforcement officer at or below a unit, and whoever had files.
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
counted as (
    select
        officer_id,
        indicator,
        sum(figure) as figure,
        sum(null_items) as null_items,
    from marts.form_figures
    where counted_to = $counted_to::date
        and form_kind = $form
        and officer_id is not null
    group by all
),
empty_items as (
    select
        officer_id,
        sum(null_items) as null_items,
    from counted
    group by all
),
figures as (
    select
        counted.officer_id,
        sums.indicator,
        sum(sums.sign * counted.figure) as figure,
    from counted
    join reference.form_sums as sums
        on sums.form_kind = $form
        and sums.part = counted.indicator
    group by all
),
shown as (
    select
        officer_id,
        indicator,
        figure::double as figure,
    from figures
    union all
    select
        officer_id,
        'TY_LE',
        coalesce(sum(figure) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')), 0)
            / nullif(sum(figure) filter (where indicator = 'CO_DIEU_KIEN'), 0),
    from figures
    group by all
),
officers as (
    select
        officer_id,
        officer_name,
    from marts.officials
    where ($unit = 'VN' or officer_id = $unit or office_id in (select unit_id from within))
        and (is_enforcement_officer or officer_id in (select officer_id from counted))
)
select
    officers.officer_id as unit_id,
    officers.officer_name as unit_name,
    indicators.indicator as code,
    indicators.indicator_name as code_name,
    if(indicators.indicator = 'TY_LE', shown.figure, coalesce(shown.figure, 0)) as value,
    if($form = 'TIEN', coalesce(empty_items.null_items, 0), null) as null_items,
from officers
cross join reference.form_indicators as indicators
left join shown
    on shown.officer_id = officers.officer_id
    and shown.indicator = indicators.indicator
left join empty_items
    on empty_items.officer_id = officers.officer_id
where indicators.indicator = 'TY_LE'
    or indicators.indicator in (select indicator from reference.form_sums where form_kind = $form)
-- People are listed by given name, which comes last.
order by
    string_split(officers.officer_name, ' ')[-1] collate vi,
    officers.officer_name collate vi,
    officers.officer_id,
    indicators.position
