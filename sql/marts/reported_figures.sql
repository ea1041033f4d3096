-- One row per figure delivered as a total, of paper or of the platform, with the province of today it belongs to (2-metrics § 2.5).
-- A figure's codes are those of the end of its period: before the provinces merged, seven codes of today meant another one.
with chosen as (
    select
        if(report_version = 'NEN_TANG', 'platform', 'paper') as side,
        statistical_year,
        months,
        form_kind,
        unit_id,
        indicator,
        bool_or(report_version = 'CHINH_THUC') as is_final,
        coalesce(
            max(figure) filter (where report_version = 'CHINH_THUC'),
            max(figure)
        ) as figure,
        -- The statistical year begins on 1 October of the year before.
        make_date(statistical_year - 1, 10, 1) as period_from,
        last_day(make_date(statistical_year - 1, 10, 1) + to_months(months - 1)) as period_end,
    from staging.paper_figures
    group by all
),
coded as (
    select
        chosen.*,
        chosen.period_end < (select min(valid_from) from reference.provinces) as has_former_code,
        case
            when chosen.unit_id = 'CUC' then 'nation'
            when contains(chosen.unit_id, '.') then 'office'
            else 'province'
        end as level,
        split_part(chosen.unit_id, '.', 1) as code_province_id,
    from chosen
)

select
    coded.*,
    case
        when coded.level = 'nation' then null
        when coded.has_former_code then reference.former_provinces.province_id
        else coalesce(marts.units.province_id, coded.code_province_id)
    end as province_id,
from coded
left join reference.former_provinces
    on coded.code_province_id = reference.former_provinces.former_province_id
left join marts.units
    on coded.unit_id = marts.units.unit_id
