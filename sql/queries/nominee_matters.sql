-- The matters that bar those nominated from a campaign’s awards, as known tonight, whether they are ranked or not.
-- What bars stood at some time since the campaign began; what is only being verified must still be open.
select distinct
    coalesce(matters.officer_id, matters.unit_id) as nominee_id,
    kinds.matter_name,
    kinds.gate,
    kinds.letter,
    kinds.clause,
    matters.matter_id,
    matters.open_from,
    matters.open_until,
from marts.nominations as nominations
join marts.barring_matters as matters
    on matters.officer_id = nominations.officer_id
    or matters.unit_id = nominations.unit_id
join reference.campaign_matters as kinds
    on kinds.matter_type = matters.matter_type::varchar
    and kinds.applies_to = if(matters.officer_id is null, 'collective', 'individual')
join reference.campaigns as campaigns
    on campaigns.campaign_id = kinds.campaign_id
cross join marts.night as nights
where kinds.campaign_id = $campaign
    and matters.open_from <= nights.night
    and coalesce(
        matters.open_until >= if(kinds.gate = 'no_violation', campaigns.starts_on, nights.night),
        true
    )
order by
    nominee_id,
    matters.matter_id
