-- One row per tile of the map: a province, or an archipelago with the province it is part of.
select
    tile_id as unit_id,
    abbreviation,
    tile_name as name,
    tile_column as "column",
    tile_row as "row",
    part_of_province_id as parent_id,
from reference.province_tiles
order by tile_id
