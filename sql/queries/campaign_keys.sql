-- The sort keys of a campaign, in their order.
select
    *,
from reference.campaign_keys
where campaign_id = $campaign
order by
    valid_from,
    key_position
