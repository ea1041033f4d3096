-- One row per kind of matter that a campaign looks at: the gate it fails, or the flag it raises (3-campaign § 3.2).
select
    campaign_id,
    applies_to,
    matter_type,
    matter_name,
    gate,
    letter,
    clause,
from read_csv('campaign_matters.csv', header = true, all_varchar = true)
