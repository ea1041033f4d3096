-- One row per model and table or model it reads.
select
    model,
    reads_model,
from meta.lineage_tables
order by
    model,
    reads_model
