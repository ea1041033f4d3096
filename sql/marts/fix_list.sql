-- One row per offence ever seen, a rule and a file or petition: when it was seen, and whether it is open, fixed or came back.
with lives as (
    select
        coalesce(tonight.rule, earlier.fix_list.rule) as rule,
        coalesce(tonight.pillar, earlier.fix_list.pillar) as pillar,
        coalesce(tonight.subject_id, earlier.fix_list.subject_id) as subject_id,
        coalesce(tonight.case_id, earlier.fix_list.case_id) as case_id,
        coalesce(tonight.petition_id, earlier.fix_list.petition_id) as petition_id,
        coalesce(tonight.office_id, earlier.fix_list.office_id) as office_id,
        if(tonight.rule is null, earlier.fix_list.officer_id, tonight.officer_id) as officer_id,
        coalesce(tonight.found, earlier.fix_list.found) as found,
        coalesce(earlier.fix_list.first_night, staging.night.night) as first_night,
        if(tonight.rule is null, earlier.fix_list.last_night, staging.night.night) as last_night,
        case
            when tonight.rule is null then 'fixed'
            when earlier.fix_list.defect_state = 'fixed' then 'came_back'
            else coalesce(earlier.fix_list.defect_state, 'open')
        end as defect_state,
        case
            when tonight.rule is not null then null
            when earlier.fix_list.defect_state = 'fixed' then earlier.fix_list.fixed_on
            else staging.night.night
        end as fixed_on,
        -- Open since: the first night of the present life.
        case
            when tonight.rule is null then earlier.fix_list.open_since
            when earlier.fix_list.rule is null or earlier.fix_list.defect_state = 'fixed' then staging.night.night
            else earlier.fix_list.open_since
        end as open_since,
    from marts.offences as tonight
    full join earlier.fix_list
        on tonight.rule = earlier.fix_list.rule
        and tonight.subject_id = earlier.fix_list.subject_id
    cross join staging.night
)

select
    rule,
    pillar,
    subject_id,
    case_id,
    petition_id,
    office_id,
    officer_id,
    found,
    first_night,
    last_night,
    defect_state,
    fixed_on,
    open_since,
from lives
