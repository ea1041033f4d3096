-- The nominations received since a campaign began, up to the next one: who proposes whom for which award.
select
    nominations.* replace (nominations.nominee_kind::varchar as nominee_kind, nominations.award::varchar as award),
    coalesce(nominations.officer_id, nominations.unit_id) as nominee_id,
    coalesce(officials.officer_name, units.unit_name) as nominee_name,
    coalesce(officials.office_id, nominations.unit_id) as works_at,
    case
        when nominations.officer_id is not null then 'individual'
        when units.unit_level = 'province' then 'province'
        when units.unit_level in ('division', 'office') then 'office'
    end as candidate_kind,
    proposers.unit_name as proposer_name,
    proposers.unit_level as proposer_level,
    proposers.province_id as proposer_province,
from marts.nominations as nominations
join reference.campaigns as campaigns
    on campaigns.campaign_id = $campaign
    and campaigns.starts_on <= nominations.received_on
left join marts.units as units
    on units.unit_id = nominations.unit_id
left join marts.officials as officials
    on officials.officer_id = nominations.officer_id
left join marts.units as proposers
    on proposers.unit_id = nominations.nominated_by
where not exists (
    select
        *,
    from reference.campaigns as later
    where later.starts_on > campaigns.starts_on
        and later.starts_on <= nominations.received_on
)
order by
    nominations.nomination_id
