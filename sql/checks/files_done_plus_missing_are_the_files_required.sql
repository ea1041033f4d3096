-- The two metrics of completion tell one story, office by office.
select
    office_id,
    metrics.completion_rate.numerator as files_done,
    metrics.completion_rate.denominator as files_required,
    metrics.files_missing.numerator as files_missing,
from metrics.completion_rate
full join metrics.files_missing using (office_id)
where metrics.completion_rate.numerator + metrics.files_missing.numerator
    is distinct from metrics.completion_rate.denominator
