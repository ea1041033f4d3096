-- One row per campaign and candidate that passes every gate: its rank among its kind, and the key that put it there (3-campaign § 3.3).
-- Equal in every key is the same rank, and the next rank skips; the code decides only the order they are shown in.
with keys as (
    select
        campaign_keys.*,
    from reference.campaign_keys
    cross join marts.night
    where reference.campaign_keys.valid_from <= marts.night.night
    qualify dense_rank() over (
        partition by campaign_id
        order by valid_from desc
    ) = 1
),
eligible as (
    select
        campaign_id,
        candidate_kind,
        candidate_id,
    from marts.gate_results
    group by all
    having bool_and(passed or is_flag)
),
placed as (
    select
        eligible.*,
        keys.key_position,
        keys.sort_key,
        if(keys.direction = 'descending', -1, 1) * case keys.sort_key
            when 'finished_at' then epoch(date_trunc(keys.resolution, marts.candidates.finished_at))
            -- After rounding to a hundredth of a percentage point.
            when 'quality_score' then round(10000.0 * quality_numerator / nullif(quality_denominator, 0))
            when 'required' then marts.candidates.files_required
        end as place,
    from eligible
    join marts.candidates using (campaign_id, candidate_kind, candidate_id)
    join keys using (campaign_id)
),
sorted as (
    select
        campaign_id,
        candidate_kind,
        candidate_id,
        list(place order by key_position) as places,
        list(sort_key order by key_position) as sort_keys,
    from placed
    group by all
),
ranked as (
    select
        *,
        rank() over (partition by campaign_id, candidate_kind order by places) as candidate_rank,
        row_number() over shown as shown_position,
        -- The first has nobody above: the key that put it before the next one is its own.
        coalesce(lag(places) over shown, lead(places) over shown) as neighbour_places,
    from sorted
    window shown as (partition by campaign_id, candidate_kind order by places, candidate_id)
)

select
    campaign_id,
    candidate_kind,
    candidate_id,
    candidate_rank,
    shown_position,
    case
        when neighbour_places is null then null
        when neighbour_places = places then 'tie'
        else list_extract(
            sort_keys,
            list_position(list_transform(list_zip(places, neighbour_places), lambda pair: pair[1] is distinct from pair[2]), true)
        )
    end as decided_by,
from ranked
