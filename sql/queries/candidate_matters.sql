-- The matters that bar a campaign’s candidates or raise a flag, as known tonight.
select
    *,
from marts.candidate_matters
where campaign_id = $campaign
order by
    candidate_kind,
    candidate_id,
    matter_id
