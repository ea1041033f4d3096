-- One row per phrase that stands where a name, an address, a number or a court should: lower case, without punctuation around it.
select
    phrase,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    letter,
    by_default::boolean as is_default,
from read_csv('placeholder_phrases.csv', header = true, all_varchar = true)
