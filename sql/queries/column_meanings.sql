-- One row per name of a column that the dictionary of this version has: what it means.
select
    column_name,
    any_value(trim(split_part(comment, '|', 1))) as meaning_vi,
from duckdb_columns()
where database_name = current_database()
    and not internal
    and comment is not null
group by all
