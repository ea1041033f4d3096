-- One row per award, proposer, kind of nominee and size of the proposer: how many it may propose (3-campaign § 3.5).
-- The proposer is the Department’s own units together, all provinces together, or each province by itself.
select
    campaign_id,
    award,
    award_name,
    proposer,
    nominee_kind,
    basis,
    basis_from::bigint as basis_from,
    basis_to::bigint as basis_to,
    quota::integer as quota,
    letter,
    clause,
from read_csv('award_quotas.csv', header = true, all_varchar = true)
