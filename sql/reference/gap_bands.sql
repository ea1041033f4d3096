-- One row per band of a province's gap in TONG_THU_LY and years it holds for: what must be done, by when (2-metrics § 2.5).
-- "Trước ngày D" ends with the day before; the letter says nothing of a gap of exactly 2.000.
select
    band,
    band_name,
    comparison,
    threshold::double as threshold,
    deadline::timestamp as deadline,
    deadline_words,
    year_from::integer as year_from,
    year_to::integer as year_to,
    letter,
    by_default::boolean as is_default,
from read_csv('gap_bands.csv', header = true, all_varchar = true)
