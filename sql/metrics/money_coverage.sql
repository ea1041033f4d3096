-- Of the counted case files with money, those whose money is complete (2-metrics § 2.3).
select
    office_id,
    officer_id,
    count(*) filter (where money_state = 'complete') as numerator,
    count(*) as denominator,
from marts.case_files
where is_counted
    and has_money
group by all
