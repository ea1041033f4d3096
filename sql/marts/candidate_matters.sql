-- One row per campaign, candidate and matter that fails a gate or raises a flag as this night shows it (3-campaign § 3.2).
-- What bars stood at some time since the campaign began; what is only being verified must still be open.
with matters as (
    select
        *,
        if(officer_id is null, 'collective', 'individual') as applies_to,
    from marts.barring_matters
)

select
    marts.candidates.campaign_id,
    marts.candidates.candidate_kind,
    marts.candidates.candidate_id,
    reference.campaign_matters.gate,
    matters.matter_id,
    matters.matter_type,
    reference.campaign_matters.matter_name,
    matters.open_from,
    matters.open_until,
from matters
join reference.campaign_matters using (applies_to, matter_type)
join reference.campaigns using (campaign_id)
join marts.candidates
    on marts.candidates.campaign_id = reference.campaign_matters.campaign_id
    and (marts.candidates.candidate_kind = 'individual') = (matters.applies_to = 'individual')
    and marts.candidates.candidate_id = coalesce(matters.officer_id, matters.unit_id)
cross join marts.night
where matters.open_from <= marts.night.night
    and coalesce(
        matters.open_until
            >= if(reference.campaign_matters.gate = 'no_violation', reference.campaigns.starts_on, marts.night.night),
        true
    )
