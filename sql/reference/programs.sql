-- One row per program that delivers every night.
select
    program_id,
    program_name,
    made_by_hand::boolean as is_made_by_hand,
from read_csv('programs.csv', header = true, all_varchar = true)
