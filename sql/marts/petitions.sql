-- One row per petition, with whether it counts.
select
    *,
    deleted_at is null as is_live,
from staging.petitions
