-- One row per table of the version.
select
    schema_name || '.' || table_name as table_name,
from duckdb_tables()
where database_name = current_database()
