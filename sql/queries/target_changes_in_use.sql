-- One row per decision about a target or a day off that the version was built with.
select
    change_id,
from reference.changed_targets
union
select
    change_id,
from reference.changed_holidays
union
select
    change_id,
from reference.changed_make_up_days
order by
    change_id
