-- The rules for the dossiers of a campaign.
select
    dossier_rule,
    rule_sentence,
    letter,
    clause,
from reference.dossier_rules
where campaign_id = $campaign
