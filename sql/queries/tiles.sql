-- One row per tile of the map: a province, or an archipelago with the province it is part of.
select
    code as unit_id,
    abbr as abbreviation,
    name,
    col::integer as "column",
    row::integer as "row",
    parent_code as parent_id,
from reference.province_tiles
order by code
