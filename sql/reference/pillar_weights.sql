-- One row per pillar of quality and period: its weight in the quality score.
select
    pillar,
    weight::integer as weight,
    valid_from::date as valid_from,
    letter,
    by_default::boolean as is_default,
from read_csv('pillar_weights.csv', header = true, all_varchar = true)
