-- Of the money items of counted case files with money, those that are complete (2-metrics § 2.3).
select
    office_id,
    officer_id,
    sum(money_items_complete) as numerator,
    sum(money_items) as denominator,
from marts.case_files
where is_counted
    and has_money
group by all
