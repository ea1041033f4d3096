-- The gates of a campaign, with every threshold there ever was.
select
    *,
from reference.campaign_gates
where campaign_id = $campaign
order by
    applies_to,
    gate_position,
    valid_from
