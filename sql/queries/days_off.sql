-- One row per public holiday, and per day off that is worked instead, with what each is based on.
select
    holiday as day,
    'holiday' as kind,
    holiday_name as name,
    null::date as instead_of,
    legal_basis,
from reference.holidays
union all
select
    make_up_day,
    'make_up',
    null,
    instead_of,
    legal_basis,
from reference.make_up_days
order by
    day
