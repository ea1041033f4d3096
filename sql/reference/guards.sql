-- One row per guard over a night’s volume: beyond its limit the night is built but held (1-extracts § 1.1).
select
    guard,
    limit_value::double as limit_value,
    meaning as guard_meaning,
    letter,
    by_default::boolean as is_default,
from read_csv('guards.csv', header = true, all_varchar = true)
