-- One row per decision to take back a day off that the version was built with.
select
    change_id,
from reference.removed_days_off
order by
    change_id
