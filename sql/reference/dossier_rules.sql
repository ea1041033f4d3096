-- One row per rule for the dossiers of a campaign: what it says, and the clause it comes from (3-campaign § 3.6).
select
    campaign_id,
    dossier_rule,
    rule_sentence,
    letter,
    clause,
from read_csv('dossier_rules.csv', header = true, all_varchar = true)
