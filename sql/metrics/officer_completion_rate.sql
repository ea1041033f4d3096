-- Of the case files an officer must enter, those that are entered; shown at the office where the officer works (2-metrics § 2.2).
select
    marts.officials.office_id,
    officer_id,
    sum(marts.officer_completion.files_done) as numerator,
    sum(marts.officer_completion.files_required) as denominator,
from marts.officer_completion
join marts.officials using (officer_id)
group by all
