-- One row per emulation campaign: its days, the files it is about, and how far its rank-stability note looks (3-campaign).
select
    campaign_id,
    campaign_name,
    campaign_name_en,
    starts_on::date as starts_on,
    ends_on::date as ends_on,
    entry_system,
    backlog_kind,
    new_kind,
    nominations_until::timestamp as nominations_until,
    stability_rate::double as stability_rate,
    stability_share::double as stability_share,
    letter,
    clause,
from read_csv('campaigns.csv', header = true, all_varchar = true)
