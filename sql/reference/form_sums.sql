-- One row per indicator of a form and each counted part it adds up, or takes off (2-metrics § 2.5).
-- The specification puts GIAM_MIEN in no total. On the form for money it stands among what is enforceable and is not
-- carried over, as the paper reports have it: otherwise identity 3 could not hold wherever anything was remitted.
select
    form_kind,
    indicator,
    part,
    sign::integer as sign,
from read_csv('form_sums.csv', header = true, all_varchar = true)
