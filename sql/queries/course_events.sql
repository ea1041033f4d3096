-- One row per dated event of a unit’s course that a letter or the unit’s own document stands behind, oldest first.
with events as (
    select
        starts_on as day,
        'campaign_start' as kind,
        null::date as deadline,
        letter,
        clause,
    from reference.campaigns
    union all
    select
        ends_on,
        'campaign_end',
        null,
        letter,
        clause,
    from reference.campaigns
    union all
    select
        valid_from,
        'target',
        deadline::date,
        letter,
        clause,
    from reference.targets
    where metric_id = 'completion_rate'
    union all
    select
        deadline::date,
        'deadline',
        null,
        letter,
        clause,
    from reference.targets
    where metric_id = 'completion_rate'
    union all
    select
        issued_on,
        case document_type
            when 'KE_HOACH' then 'plan'
            when 'CHI_DAO' then 'directive'
            when 'TAP_HUAN' then 'training'
            else 'division'
        end,
        null,
        document_number,
        null,
    from marts.rollout_documents
    where unit_id = $unit
)

select
    day,
    kind,
    deadline,
    letter,
    clause,
from events
where day <= $night::date
order by all
