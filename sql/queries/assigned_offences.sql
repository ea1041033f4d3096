-- One row per task given, of those handed in as JSON: of its offences, how many are open, put right since, and back again.
-- Its offences are those the rule had at the unit on the night the task was given.
with tasks as (
    select
        (task ->> 'id')::integer as task_id,
        task ->> 'unit_id' as unit_id,
        task ->> 'rule' as rule,
        task ->> 'officer_id' as officer_id,
        (task ->> 'night')::date as night,
    from (
        select
            unnest(from_json($tasks, '["json"]')) as task,
    )
),
members as (
    select distinct
        unit_id,
        office_id,
    from marts.unit_members
    where level in ('province', 'office')
),
offences as (
    select
        tasks.task_id,
        fix_list.defect_state,
        fix_list.open_since > tasks.night as is_back,
    from tasks
    join members
        on members.unit_id = tasks.unit_id
    join marts.fix_list as fix_list
        on fix_list.office_id = members.office_id
        and fix_list.rule = tasks.rule
        and (tasks.officer_id = '' or fix_list.officer_id = tasks.officer_id)
    -- Open on that night in the life it has now, or in one before it came back.
    left join marts.returned_offences as before
        on before.rule = fix_list.rule
        and before.subject_id = fix_list.subject_id
        and before.open_since <= tasks.night
        and before.fixed_on > tasks.night
    where before.rule is not null
        or (
            fix_list.open_since <= tasks.night
            and (fix_list.fixed_on is null or fix_list.fixed_on > tasks.night)
        )
)

select
    tasks.task_id as id,
    count(*) filter (where offences.defect_state <> 'fixed' and not offences.is_back) as open,
    count(*) filter (where offences.defect_state = 'fixed') as fixed,
    count(*) filter (where offences.defect_state = 'came_back' and offences.is_back) as came_back,
from tasks
left join offences
    on offences.task_id = tasks.task_id
group by all
