-- Of the case files an office must enter, those that are entered (2-metrics § 2.2).
select
    office_id,
    null::varchar as officer_id,
    sum(files_done) as numerator,
    sum(files_required) as denominator,
from marts.completion
where entry_system = 'TCTHA'
group by all
