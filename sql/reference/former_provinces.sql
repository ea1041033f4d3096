-- One row per province before 01/07/2025: its code then, and the province of today that it became part of.
-- Seven codes of today meant another province before (15, 24, 44, 52, 80, 82, 91).
select
    old_code as former_province_id,
    old_name as former_province_name,
    new_code as province_id,
from read_csv('former_provinces.csv', header = true, all_varchar = true)
