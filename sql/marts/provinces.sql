-- One row per province or city of the system: its name and type on the night, and its place on the tile map.
with provinces_of_the_system as (
    select
        province_id,
        count(*) filter (where unit_level = 'office') as offices,
    from marts.units
    where province_id is not null
    group by all
)

select
    provinces_of_the_system.province_id,
    reference.provinces.province_name as province_name,
    reference.provinces.province_type as province_type,
    reference.province_tiles.abbreviation,
    reference.province_tiles.tile_column,
    reference.province_tiles.tile_row,
    provinces_of_the_system.offices,
from provinces_of_the_system
cross join staging.night
left join reference.provinces
    on provinces_of_the_system.province_id = reference.provinces.province_id
    and staging.night.night >= reference.provinces.valid_from
    and staging.night.night <= coalesce(reference.provinces.valid_to, staging.night.night)
left join reference.province_tiles
    on provinces_of_the_system.province_id = reference.province_tiles.tile_id
