-- One row per unit and indicator of a period, as the platform has it: every unit of the level, and how many amounts were empty.
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
figures as (
    select
        unit_id,
        indicator,
        figure,
        null_items,
    from forms.sides
    where statistical_year = $year::integer
        and months = $months::integer
        and form_kind = $form
        and level = $level
        and side = 'platform'
),
rates as (
    select
        unit_id,
        'TY_LE' as indicator,
        if(
            count(*) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')) = 2,
            sum(figure) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')),
            null
        ) / nullif(sum(figure) filter (where indicator = 'CO_DIEU_KIEN'), 0) as figure,
        any_value(null_items) as null_items,
    from figures
    group by all
),
shown as (
    select
        unit_id,
        indicator,
        figure::double as figure,
        null_items,
    from figures
    union all
    from rates
)
select
    members.unit_id,
    members.unit_name,
    indicators.indicator as code,
    indicators.indicator_name as code_name,
    shown.figure as value,
    if($form = 'TIEN', shown.null_items, null) as null_items,
from members
cross join reference.form_indicators as indicators
left join shown
    on shown.unit_id = members.unit_id
    and shown.indicator = indicators.indicator
where indicators.indicator = 'TY_LE'
    or indicators.indicator in (select indicator from reference.form_sums where form_kind = $form)
order by
    case when $level = 'province' then members.unit_name end collate vi,
    members.unit_id,
    indicators.position
