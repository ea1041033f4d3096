-- One row per limit of a rule or signal and period: the days, files, seconds or hours it allows (2-metrics § 2.4).
select
    rule,
    measure,
    limit_value::double as limit_value,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    letter,
    by_default::boolean as is_default,
from read_csv('rule_limits.csv', header = true, all_varchar = true)
