-- One row per table of the deliveries: the program that delivers it.
select
    table_name,
    program_id,
from read_csv('source_tables.csv', header = true, all_varchar = true)
