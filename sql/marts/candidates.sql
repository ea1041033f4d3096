-- One row per campaign and candidate, a province, an office or a person: all that its rank depends on, as this night shows it (3-campaign § 3.1–3.3).
-- A unit without a target does not take part: its files_required is 0.
with begun as (
    select
        reference.campaigns.campaign_id,
        reference.campaigns.entry_system,
        reference.campaigns.new_kind,
        least(reference.campaigns.ends_on, marts.night.night) as last_day,
    from reference.campaigns
    cross join marts.night
    where reference.campaigns.starts_on <= marts.night.night
),
weights as (
    select
        max(weight) filter (where pillar = 'correct') as correct,
        max(weight) filter (where pillar = 'complete') as complete,
        max(weight) filter (where pillar = 'clean') as clean,
        max(weight) filter (where pillar = 'current') as current,
    from marts.pillar_weights
),
quality as (
    select
        marts.file_quality.office_id,
        marts.file_quality.officer_id,
        sum(
            passes_correct::integer * weights.correct
            + passes_complete::integer * weights.complete
            + passes_clean::integer * weights.clean
            + passes_current::integer * weights.current
        ) as quality_numerator,
        count(*) * any_value(weights.correct + weights.complete + weights.clean + weights.current) as quality_denominator,
    from marts.file_quality
    cross join weights
    group by all
),
money as (
    select
        office_id,
        officer_id,
        count(*) filter (where money_state = 'complete') as money_numerator,
        count(*) as money_denominator,
    from marts.case_files
    where is_counted
        and has_money
    group by all
),
-- What is counted by office or by person, each column where it is known.
parts as (
    select
        * rename (candidate_kind as holder_kind, candidate_id as holder_id),
    from marts.finishes
    union all by name
    select
        begun.campaign_id,
        'office' as holder_kind,
        marts.completion.office_id as holder_id,
        marts.completion.files_required as new_files_required,
        marts.completion.files_done as new_files_done,
    from begun
    join marts.completion
        on marts.completion.entry_system = begun.entry_system
        and marts.completion.data_kind = begun.new_kind
    union all by name
    select
        begun.campaign_id,
        'individual' as holder_kind,
        marts.officer_completion.officer_id as holder_id,
        marts.officer_completion.files_required as new_files_required,
        marts.officer_completion.files_done as new_files_done,
    from begun
    join marts.officer_completion
        on marts.officer_completion.data_kind = begun.new_kind
    union all by name
    select
        begun.campaign_id,
        unnest(['office', 'individual']) as holder_kind,
        unnest([quality.office_id, quality.officer_id]) as holder_id,
        quality.quality_numerator,
        quality.quality_denominator,
    from begun
    cross join quality
    union all by name
    select
        begun.campaign_id,
        unnest(['office', 'individual']) as holder_kind,
        unnest([money.office_id, money.officer_id]) as holder_id,
        money.money_numerator,
        money.money_denominator,
    from begun
    cross join money
),
holders as (
    select
        campaign_id,
        holder_kind,
        holder_id,
        coalesce(max(files_required), 0) as files_required,
        coalesce(max(files_entered), 0) as files_entered,
        max(finished_at) as finished_at,
        max(almost_finished_at) as almost_finished_at,
        coalesce(sum(new_files_required), 0)::bigint as new_files_required,
        coalesce(sum(new_files_done), 0)::bigint as new_files_done,
        coalesce(sum(quality_numerator), 0)::bigint as quality_numerator,
        coalesce(sum(quality_denominator), 0)::bigint as quality_denominator,
        coalesce(sum(money_numerator), 0)::bigint as money_numerator,
        coalesce(sum(money_denominator), 0)::bigint as money_denominator,
    from parts
    group by all
),
members as (
    select
        level as candidate_kind,
        unit_id as candidate_id,
        unit_name as candidate_name,
        unit_id,
        province_id,
        'office' as holder_kind,
        office_id as holder_id,
    from marts.unit_members
    where level in ('province', 'office')
    union all
    select
        'individual',
        officer_id,
        officer_name,
        office_id,
        province_id,
        'individual',
        officer_id,
    from marts.officials
    where officer_id in (select candidate_id from marts.finishes where candidate_kind = 'individual')
),
candidates as (
    select
        begun.campaign_id,
        begun.last_day,
        members.candidate_kind,
        members.candidate_id,
        any_value(members.candidate_name) as candidate_name,
        any_value(members.unit_id) as unit_id,
        any_value(members.province_id) as province_id,
        coalesce(sum(holders.files_required), 0)::bigint as files_required,
        -- What one office entered beyond its own target does not make up for what another lacks.
        coalesce(sum(least(holders.files_entered, holders.files_required)), 0)::bigint as files_entered,
        -- A province finishes with its last office, and not before all that have a target did.
        if(
            bool_and(holders.finished_at is not null) filter (where holders.files_required > 0),
            max(holders.finished_at),
            null
        ) as finished_at,
        if(
            bool_and(holders.almost_finished_at is not null) filter (where holders.files_required > 0),
            max(holders.almost_finished_at),
            null
        ) as almost_finished_at,
        coalesce(sum(holders.new_files_required), 0)::bigint as new_files_required,
        coalesce(sum(holders.new_files_done), 0)::bigint as new_files_done,
        coalesce(sum(holders.quality_numerator), 0)::bigint as quality_numerator,
        coalesce(sum(holders.quality_denominator), 0)::bigint as quality_denominator,
        coalesce(sum(holders.money_numerator), 0)::bigint as money_numerator,
        coalesce(sum(holders.money_denominator), 0)::bigint as money_denominator,
    from begun
    cross join members
    left join holders using (campaign_id, holder_kind, holder_id)
    group by all
),
rollout as (
    select
        unit_id as candidate_id,
        min(issued_on) as rollout_on,
    from marts.rollout_documents
    where document_type in ('KE_HOACH', 'CHI_DAO')
    group by all
),
-- Everybody in office on the campaign’s last day stands for the office and, with all its offices, for the province.
people as (
    select
        begun.campaign_id,
        unnest(['office', 'province', 'individual']) as candidate_kind,
        unnest([marts.officials.office_id, marts.officials.province_id, marts.officials.officer_id]) as candidate_id,
        marts.officials.gender = 'NU' as is_woman,
    from begun
    join marts.officials
        on marts.officials.joined_on <= begun.last_day
        and (marts.officials.left_on is null or marts.officials.left_on > begun.last_day)
),
staff as (
    select
        campaign_id,
        candidate_kind,
        candidate_id,
        count(*) as people,
        count(*) filter (where is_woman) as women,
    from people
    group by all
)

select
    candidates.* exclude (last_day),
    reference.size_bands.size_band,
    if(candidates.candidate_kind = 'individual', null, rollout.rollout_on) as rollout_on,
    coalesce(staff.people, 0) as people,
    coalesce(staff.women, 0) as women,
from candidates
left join reference.size_bands
    on reference.size_bands.campaign_id = candidates.campaign_id
    and reference.size_bands.candidate_kind = candidates.candidate_kind
    and candidates.files_required between reference.size_bands.files_from
        and coalesce(reference.size_bands.files_to, candidates.files_required)
left join rollout
    on rollout.candidate_id = candidates.candidate_id
left join staff
    on staff.campaign_id = candidates.campaign_id
    and staff.candidate_kind = candidates.candidate_kind
    and staff.candidate_id = candidates.candidate_id
