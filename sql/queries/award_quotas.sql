-- The quotas of a campaign’s awards, by proposer, kind of nominee and size of the proposer.
select
    * exclude (campaign_id),
from reference.award_quotas
where campaign_id = $campaign
order by
    award,
    proposer,
    nominee_kind desc,
    basis_from
