-- One row per campaign under way or over: offices that had finished by its last moment, of the offices that must.
-- As its ranking has it: of the last night kept up to its end and the night asked for, or the first where there is none.
with kept as (
    select
        candidates.campaign_id,
        coalesce(
            max(candidates.night) filter (where candidates.night <= campaigns.ends_on),
            min(candidates.night)
        ) as night,
    from history.candidates as candidates
    join reference.campaigns as campaigns
        on campaigns.campaign_id = candidates.campaign_id
    where candidates.night <= $night::date
    group by all
)

select
    candidates.campaign_id,
    count(*) filter (where candidates.finished_at <= gates.threshold_at) as numerator,
    count(*) as denominator,
from kept
join history.candidates as candidates
    on candidates.campaign_id = kept.campaign_id
    and candidates.night = kept.night
join reference.campaign_gates as gates
    on gates.campaign_id = kept.campaign_id
    and gates.gate = 'finished_on_time'
    and gates.applies_to = 'collective'
    and gates.valid_from <= kept.night
where candidates.candidate_kind = 'office'
    and candidates.files_required > 0
-- A threshold that was set anew takes the place of the one before.
group by
    candidates.campaign_id,
    gates.valid_from
qualify row_number() over (
    partition by candidates.campaign_id
    order by gates.valid_from desc
) = 1
order by candidates.campaign_id desc
