-- One row per decision drafted with the program.
select
    *,
from staging.decisions
