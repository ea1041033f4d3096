-- The campaigns there are, oldest first, each with the nights of which candidates are kept.
select
    campaigns.campaign_id,
    campaigns.campaign_name,
    campaigns.campaign_name_en,
    campaigns.starts_on,
    campaigns.ends_on,
    campaigns.nominations_until,
    campaigns.stability_rate,
    campaigns.stability_share,
    campaigns.entry_system,
    campaigns.backlog_kind,
    campaigns.new_kind,
    campaigns.letter,
    campaigns.clause,
    list(nights.night order by nights.night) filter (where nights.night is not null) as nights,
from reference.campaigns as campaigns
left join (
    select distinct
        campaign_id,
        night,
    from history.candidates
) as nights
    on nights.campaign_id = campaigns.campaign_id
group by all
order by
    campaigns.starts_on,
    campaigns.campaign_id
