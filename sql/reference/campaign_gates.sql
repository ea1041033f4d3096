-- One row per gate of a campaign, for collectives or for persons: its threshold and clause, from when it is valid (3-campaign § 3.2).
select
    campaign_id,
    gate_position::integer as gate_position,
    gate,
    gate_name,
    applies_to,
    threshold::double as threshold,
    threshold_at::timestamp as threshold_at,
    is_flag::boolean as is_flag,
    by_default::boolean as is_default,
    letter,
    clause,
    valid_from::date as valid_from,
from read_csv('campaign_gates.csv', header = true, all_varchar = true)
