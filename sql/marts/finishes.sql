-- One row per campaign and office or person with a target: when the last of the files asked for was entered (3-campaign § 3.1).
with targets as (
    select
        reference.campaigns.campaign_id,
        reference.campaigns.stability_share,
        unnest([
            {'candidate_kind': 'office', 'candidate_id': marts.entry_targets.office_id},
            {'candidate_kind': 'individual', 'candidate_id': marts.entry_targets.officer_id},
        ], recursive := true),
        marts.entry_targets.files_required,
    from reference.campaigns
    cross join marts.night
    join marts.entry_targets
        on marts.entry_targets.entry_system = reference.campaigns.entry_system
        and marts.entry_targets.data_kind = reference.campaigns.backlog_kind
    where reference.campaigns.starts_on <= marts.night.night
),
required as (
    select
        campaign_id,
        candidate_kind,
        candidate_id,
        sum(files_required)::bigint as files_required,
        ceil(sum(files_required) * any_value(stability_share))::bigint as files_almost_required,
    from targets
    where candidate_id is not null
    group by all
    having sum(files_required) > 0
),
counted as (
    select
        reference.campaigns.campaign_id,
        marts.case_files.office_id,
        marts.case_files.officer_id,
        marts.entries.entered_at,
    from marts.case_files
    join marts.entries using (case_id)
    join reference.campaigns
        on marts.case_files.data_kind = reference.campaigns.backlog_kind
    where marts.case_files.is_counted
),
in_order as (
    select
        campaign_id,
        'office' as candidate_kind,
        office_id as candidate_id,
        entered_at,
        row_number() over (partition by campaign_id, office_id order by entered_at) as nth,
    from counted
    union all
    select
        campaign_id,
        'individual',
        officer_id,
        entered_at,
        row_number() over (partition by campaign_id, officer_id order by entered_at),
    from counted
    where officer_id is not null
)

select
    required.campaign_id,
    required.candidate_kind,
    required.candidate_id,
    required.files_required,
    count(in_order.nth) as files_entered,
    max(in_order.entered_at) filter (where in_order.nth = required.files_required) as finished_at,
    max(in_order.entered_at) filter (where in_order.nth = required.files_almost_required) as almost_finished_at,
from required
left join in_order using (campaign_id, candidate_kind, candidate_id)
group by all
