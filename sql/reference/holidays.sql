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
)

select
    holiday,
    holiday_name,
    legal_basis,
from stated
-- The rows of a later release may have the day by then.
qualify row_number() over (partition by holiday order by change_id nulls first) = 1
