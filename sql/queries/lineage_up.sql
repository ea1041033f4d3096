-- One row per column of a model and thing it comes from; without a column, what chooses, joins or groups its rows.
select
    model,
    column_name as "column",
    reads_model,
    reads_column,
    column_use as "use",
from meta.lineage_columns
where $model = ''
    or model = $model
order by
    model,
    column_name nulls last,
    reads_model,
    reads_column,
    column_use
