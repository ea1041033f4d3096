-- A file offends when it has a monetary obligation and its money is not complete (2-metrics § 2.4, § 2.3).
select
    office_id,
    officer_id,
    case_id,
    case
        when money_items = 0 then 'chưa có khoản tiền'
        when money_state = 'none' then 'có ' || money_items || ' khoản tiền, đều trống hoặc nhập hình thức'
        else money_items_complete || ' trên ' || money_items || ' khoản tiền đầy đủ'
    end as found,
from marts.case_files
where is_live
    and has_money
    and money_state <> 'complete'
