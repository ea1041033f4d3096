-- One row per column of every table and view of the version: its type and what its name means.
select
    columns.schema_name || '.' || columns.table_name as model,
    -- A version of before tables had a meaning in Vietnamese has the English one alone.
    if(
        contains(coalesce(tables.comment, views.comment), ' | '),
        split_part(coalesce(tables.comment, views.comment), ' | ', 1),
        null
    ) as model_meaning_vi,
    split_part(coalesce(tables.comment, views.comment), ' | ', -1) as model_meaning,
    columns.column_name as "column",
    columns.data_type as type,
    trim(split_part(columns.comment, '|', 1)) as meaning_vi,
    trim(split_part(columns.comment, '|', 2)) as meaning_en,
from duckdb_columns() as columns
left join duckdb_tables() as tables
    on tables.database_name = columns.database_name
        and tables.schema_name = columns.schema_name
        and tables.table_name = columns.table_name
left join duckdb_views() as views
    on views.database_name = columns.database_name
        and views.schema_name = columns.schema_name
        and views.view_name = columns.table_name
where columns.database_name = current_database()
    and not columns.internal
order by
    columns.schema_name,
    columns.table_name,
    columns.column_index
