-- The case files an office must enter and has not (2-metrics § 2.2).
select
    office_id,
    null::varchar as officer_id,
    sum(files_missing) as numerator,
    null::bigint as denominator,
from marts.completion
where entry_system = 'TCTHA'
group by all
