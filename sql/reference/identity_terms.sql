-- One row per term of an accounting identity and years it holds for: the terms add up to nothing (2-metrics § 2.5).
-- Reports name revoked decisions only where there are any: the letter of 2019 checks identity 2 without them.
select
    identity::integer as identity,
    indicator,
    sign::integer as sign,
    is_required::boolean as is_required,
    year_from::integer as year_from,
    year_to::integer as year_to,
from read_csv('identity_terms.csv', header = true, all_varchar = true)
