-- One row per nomination for an award.
select
    *,
from staging.nominations
