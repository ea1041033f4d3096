-- One row per sort key of a campaign: what puts one candidate before another, in this order (3-campaign § 3.3).
select
    campaign_id,
    key_position::integer as key_position,
    sort_key,
    key_name,
    direction,
    resolution,
    letter,
    clause,
    valid_from::date as valid_from,
from read_csv('campaign_keys.csv', header = true, all_varchar = true)
