-- A file with an amount to be enforced that as many files of its officer as the limit, or more, have too (2-metrics § 2.4).
-- Standard court fees are left out.
with amounts as (
    select distinct
        marts.case_files.office_id,
        marts.case_files.officer_id,
        case_id,
        marts.money_items.due_vnd,
    from marts.money_items
    join marts.case_files using (case_id)
    anti join reference.standard_court_fees
        on marts.money_items.due_vnd = reference.standard_court_fees.fee_vnd
    where marts.case_files.is_live
        and marts.case_files.officer_id is not null
        and marts.money_items.due_vnd is not null
),
repeated as (
    select
        *,
        count(*) over (partition by officer_id, due_vnd) as files,
    from amounts
)

select
    repeated.office_id,
    repeated.officer_id,
    repeated.case_id,
    null::date as happened_on,
    'phải thi hành ' || string_agg(
        format('{:t.}', repeated.due_vnd) || ' đồng ở ' || repeated.files || ' hồ sơ',
        ', '
        order by repeated.due_vnd
    ) || ' của cùng chấp hành viên' as found,
from repeated
join marts.rule_limits
    on marts.rule_limits.rule = 'repeated_amount'
    and marts.rule_limits.measure = 'files'
where repeated.files >= marts.rule_limits.limit_value
group by all
