-- One row per tile of the map: the 34 provinces, and the two archipelagos as parts of theirs.
select
    code as tile_id,
    name as tile_name,
    abbr as abbreviation,
    col::integer as tile_column,
    row::integer as tile_row,
    parent_code as part_of_province_id,
from read_csv('province_tiles.csv', header = true, all_varchar = true)
