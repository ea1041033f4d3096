-- One row per campaign, candidate and gate: what was found, what is asked, and whether it passes (3-campaign § 3.2).
-- A rate of nothing (no new files to enter, no money to record) has no fault to find and passes.
with gates as (
    select
        campaign_gates.*,
    from reference.campaign_gates
    cross join marts.night
    where reference.campaign_gates.valid_from <= marts.night.night
    qualify row_number() over (
        partition by campaign_id, gate, applies_to
        order by valid_from desc
    ) = 1
),
matters as (
    select
        campaign_id,
        candidate_kind,
        candidate_id,
        gate,
        count(*) as matters,
    from marts.candidate_matters
    group by all
),
found as (
    select
        marts.candidates.campaign_id,
        marts.candidates.candidate_kind,
        marts.candidates.candidate_id,
        gates.* exclude (campaign_id, valid_from),
        case gates.gate
            when 'new_files_entered' then new_files_done / nullif(new_files_required, 0)
            when 'quality' then quality_numerator / nullif(quality_denominator, 0)
            when 'money' then money_numerator / nullif(money_denominator, 0)
            when 'no_violation' then coalesce(matters.matters, 0)
            when 'under_verification' then coalesce(matters.matters, 0)
        end as gate_value,
        case gates.gate
            when 'finished_on_time' then marts.candidates.finished_at
            when 'rollout_documents' then marts.candidates.rollout_on
        end as gate_moment,
    from marts.candidates
    join gates
        on gates.campaign_id = marts.candidates.campaign_id
        and gates.applies_to = if(marts.candidates.candidate_kind = 'individual', 'individual', 'collective')
    left join matters
        on matters.campaign_id = marts.candidates.campaign_id
        and matters.candidate_kind = marts.candidates.candidate_kind
        and matters.candidate_id = marts.candidates.candidate_id
        and matters.gate = gates.gate
    where marts.candidates.files_required > 0
)

select
    *,
    case
        when gate in ('no_violation', 'under_verification') then gate_value = 0
        when threshold_at is not null then coalesce(gate_moment <= threshold_at, false)
        else coalesce(gate_value >= threshold, true)
    end as passed,
from found
