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
),
taken_back as (
    select
        day,
        max(change_id) as change_id,
    from reference.removed_days_off
    group by all
)

select
    stated.make_up_day,
    stated.instead_of,
    stated.legal_basis,
from stated
left join taken_back
    on stated.make_up_day = taken_back.day
-- What is taken back is there again only by a later decision.
where taken_back.day is null
    or stated.change_id > taken_back.change_id
-- The rows of a later release may have the day by then.
qualify row_number() over (partition by stated.make_up_day order by stated.change_id nulls first) = 1
