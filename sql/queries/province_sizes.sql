-- One row per province and the size it has in the campaign that began last, as the latest night shows it.
select
    candidates.candidate_id as unit_id,
    candidates.size_band,
from marts.candidates as candidates
join reference.campaigns as campaigns
    on campaigns.campaign_id = candidates.campaign_id
where candidates.candidate_kind = 'province'
    and candidates.size_band is not null
qualify campaigns.starts_on = max(campaigns.starts_on) over ()
order by unit_id
