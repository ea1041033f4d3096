-- One row per side, period, form, level, unit of today and indicator: what was delivered as figures, added up (2-metrics § 2.5).
-- A total that was given counts where none of its parts was; where both were, identity 4 holds them together.
with by_code as (
    select
        side,
        statistical_year,
        months,
        form_kind,
        indicator,
        code_province_id,
        province_id,
        sum(figure) filter (where level = 'office') as parts_figure,
        sum(figure) filter (where level = 'province') as whole_figure,
        if(
            parts_figure is null,
            bool_and(is_final) filter (where level = 'province'),
            bool_and(is_final) filter (where level = 'office')
        ) as is_final,
    from marts.reported_figures
    where level <> 'nation'
        -- A rate is worked out again from what was added up.
        and indicator <> 'TY_LE'
    group by all
),
by_province as (
    select
        side,
        statistical_year,
        months,
        form_kind,
        indicator,
        province_id,
        sum(coalesce(parts_figure, whole_figure)) as figure,
        bool_and(is_final) as is_final,
        if(count(parts_figure) = count(*), sum(parts_figure), null) as parts_figure,
        if(count(whole_figure) = count(*), sum(whole_figure), null) as whole_figure,
    from by_code
    group by all
),
nation_of_parts as (
    select
        side,
        statistical_year,
        months,
        form_kind,
        indicator,
        sum(figure) as parts_figure,
        bool_and(is_final) as parts_are_final,
    from by_province
    group by all
),
nation as (
    select
        side,
        statistical_year,
        months,
        form_kind,
        indicator,
        figure as whole_figure,
        is_final as whole_is_final,
    from marts.reported_figures
    where level = 'nation'
        and indicator <> 'TY_LE'
)

select
    side,
    statistical_year,
    months,
    form_kind,
    'nation' as level,
    'VN' as unit_id,
    indicator,
    coalesce(nation_of_parts.parts_figure, nation.whole_figure) as figure,
    coalesce(nation_of_parts.parts_are_final, nation.whole_is_final) as is_final,
    nation_of_parts.parts_figure,
    nation.whole_figure,
from nation_of_parts
full join nation using (side, statistical_year, months, form_kind, indicator)
union all
select
    side,
    statistical_year,
    months,
    form_kind,
    'province',
    province_id,
    indicator,
    figure,
    is_final,
    parts_figure,
    whole_figure,
from by_province
where province_id is not null
union all
select
    side,
    statistical_year,
    months,
    form_kind,
    'office',
    unit_id,
    indicator,
    figure,
    is_final,
    null,
    null,
from marts.reported_figures
where level = 'office'
    and not has_former_code
    and indicator <> 'TY_LE'
