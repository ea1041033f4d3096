-- One row per campaign, province and basis of a quota: its regional offices, its civil servants (3-campaign § 3.5).
-- As they were on the campaign’s last day, or are tonight while it runs.
with begun as (
    select
        reference.campaigns.campaign_id,
        least(reference.campaigns.ends_on, marts.night.night) as last_day,
    from reference.campaigns
    cross join marts.night
    where reference.campaigns.starts_on <= marts.night.night
),
provinces as (
    select
        begun.*,
        marts.units.province_id,
    from begun
    join marts.units
        on marts.units.valid_from <= begun.last_day
        and coalesce(marts.units.valid_to >= begun.last_day, true)
    where marts.units.unit_level = 'province'
),
regional_offices as (
    select
        provinces.campaign_id,
        provinces.province_id,
        count(marts.units.unit_id) as basis_size,
    from provinces
    left join marts.units
        on marts.units.province_id = provinces.province_id
        and marts.units.unit_level = 'office'
        and marts.units.valid_from <= provinces.last_day
        and coalesce(marts.units.valid_to >= provinces.last_day, true)
    group by all
),
-- Of the province’s own office, its divisions and its regional offices.
civil_servants as (
    select
        provinces.campaign_id,
        provinces.province_id,
        count(marts.officials.officer_id) as basis_size,
    from provinces
    left join marts.officials
        on marts.officials.province_id = provinces.province_id
        and marts.officials.is_civil_servant
        and marts.officials.joined_on <= provinces.last_day
        and (marts.officials.left_on is null or marts.officials.left_on > provinces.last_day)
    group by all
)

select
    campaign_id,
    province_id,
    'regional_offices' as basis,
    basis_size,
from regional_offices
union all
select
    campaign_id,
    province_id,
    'civil_servants',
    basis_size,
from civil_servants
