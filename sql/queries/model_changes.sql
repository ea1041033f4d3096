-- One row per model, quality rules among them, that is not what it was in the version before.
select
    model,
    model_change as change,
from meta.model_changes
order by model
