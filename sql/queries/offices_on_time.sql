-- One row per campaign under way: offices that had entered every file asked for by its last moment, of the offices that must.
select
    gate_results.campaign_id,
    count(*) filter (where gate_results.passed and gate_results.gate_moment::date <= $night::date) as numerator,
    count(*) as denominator,
from marts.gate_results as gate_results
join reference.campaigns as campaigns
    on campaigns.campaign_id = gate_results.campaign_id
where gate_results.gate = 'finished_on_time'
    and gate_results.candidate_kind = 'office'
    and campaigns.starts_on <= $night::date
group by all
order by gate_results.campaign_id desc
