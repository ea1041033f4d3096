-- The candidates of a campaign as they stand tonight, also when the campaign is over.
select
    *,
from marts.candidates
where campaign_id = $campaign
