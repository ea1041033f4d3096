-- Complete money never exceeds the money there is to complete.
select
    'money_coverage' as metric_id,
    office_id,
    officer_id,
    numerator,
    denominator,
from metrics.money_coverage
where numerator > denominator
union all
select
    'money_item_coverage',
    office_id,
    officer_id,
    numerator,
    denominator,
from metrics.money_item_coverage
where numerator > denominator
