-- One row per public holiday, with what it is based on; working days leave these out.
with stated as (
    select
        null::integer as change_id,
        holiday::date as holiday,
        holiday_name,
        legal_basis,
    from read_csv('holidays.csv', header = true, all_varchar = true)
    union all
    select
        change_id,
        holiday,
        holiday_name,
        legal_basis,
    from reference.changed_holidays
),
taken_back as (
    select
        day,
        max(change_id) as change_id,
    from reference.removed_days_off
    group by all
)

select
    stated.holiday,
    stated.holiday_name,
    stated.legal_basis,
from stated
left join taken_back
    on stated.holiday = taken_back.day
-- What is taken back is there again only by a later decision.
where taken_back.day is null
    or stated.change_id > taken_back.change_id
-- The rows of a later release may have the day by then.
qualify row_number() over (partition by stated.holiday order by stated.change_id nulls first) = 1
