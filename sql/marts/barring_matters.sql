-- One row per matter that bars a unit or a person from awards.
select
    *,
from staging.barring_matters
