-- One row per Saturday that is worked instead of a weekday off; both days are by decision of the Government.
with stated as (
    select
        null::integer as change_id,
        make_up_day::date as make_up_day,
        instead_of::date as instead_of,
        legal_basis,
    from read_csv('make_up_days.csv', header = true, all_varchar = true)
    union all
    select
        change_id,
        make_up_day,
        instead_of,
        legal_basis,
    from reference.changed_make_up_days
)

select
    make_up_day,
    instead_of,
    legal_basis,
from stated
-- The rows of a later release may have the day by then.
qualify row_number() over (partition by make_up_day order by change_id nulls first) = 1
