-- The candidates of a campaign as they stood on a night that is kept of it.
select
    * exclude (night),
from history.candidates
where campaign_id = $campaign
    and night = $night::date
