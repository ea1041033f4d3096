-- One row per unit and indicator of a period: paper, platform and the gap between them, every unit of the level (2-metrics § 2.5).
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
        max(figure) filter (where side = 'paper') as paper,
        bool_and(is_final) filter (where side = 'paper') as paper_is_final,
        max(figure) filter (where side = 'platform') as platform,
    from forms.sides
    where statistical_year = $year::integer
        and months = $months::integer
        and form_kind = $form
        and level = $level
    group by all
),
-- Added up first, divided last; a rate is never taken over.
rates as (
    select
        unit_id,
        bool_and(paper_is_final) as paper_is_final,
        sum(paper) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')) as paper_done,
        count(paper) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')) as paper_parts,
        sum(paper) filter (where indicator = 'CO_DIEU_KIEN') as paper_enforceable,
        sum(platform) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')) as platform_done,
        count(platform) filter (where indicator in ('THI_HANH_XONG', 'DINH_CHI')) as platform_parts,
        sum(platform) filter (where indicator = 'CO_DIEU_KIEN') as platform_enforceable,
    from figures
    where indicator in ('THI_HANH_XONG', 'DINH_CHI', 'CO_DIEU_KIEN')
    group by all
),
shown as (
    select
        unit_id,
        indicator,
        paper::double as paper,
        paper_is_final,
        platform::double as platform,
    from figures
    union all
    select
        unit_id,
        'TY_LE',
        if(paper_parts = 2, paper_done / nullif(paper_enforceable, 0), null),
        paper_is_final,
        if(platform_parts = 2, platform_done / nullif(platform_enforceable, 0), null),
    from rates
),
indicators as (
    select
        indicator,
        position,
        indicator_name,
    from reference.form_indicators
    where indicator = 'TY_LE'
        or indicator in (select indicator from reference.form_sums where form_kind = $form)
),
compared as (
    select
        members.unit_id,
        members.unit_name,
        indicators.indicator,
        indicators.indicator_name,
        indicators.position,
        shown.paper,
        if(shown.paper is null, null, shown.paper_is_final) as paper_is_final,
        shown.platform,
        shown.paper - shown.platform as gap,
    from members
    cross join indicators
    left join shown
        on shown.unit_id = members.unit_id
        and shown.indicator = indicators.indicator
)
select
    compared.unit_id,
    compared.unit_name,
    compared.indicator as code,
    compared.indicator_name as code_name,
    compared.paper,
    case
        when compared.paper_is_final then 'CHINH_THUC'
        when not compared.paper_is_final then 'SO_BO'
    end as paper_version,
    compared.platform,
    compared.gap,
    compared.gap / nullif(compared.paper, 0) as gap_rate,
    bands.band,
    bands.band_name,
    strftime(bands.deadline, '%Y-%m-%dT%H:%M:%S+07:00') as deadline,
    bands.deadline_words,
    bands.letter,
from compared
left join reference.gap_bands as bands
    on $level = 'province'
    and $form = 'VIEC'
    and compared.indicator = 'TONG_THU_LY'
    and $year::integer >= bands.year_from
    and $year::integer <= coalesce(bands.year_to, $year::integer)
    and case bands.comparison
        when 'below' then abs(compared.gap) < bands.threshold
        when 'above' then abs(compared.gap) > bands.threshold
        else abs(compared.gap) = bands.threshold
    end
order by
    case when $level = 'province' then compared.unit_name end collate vi,
    compared.unit_id,
    compared.position
