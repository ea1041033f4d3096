-- The amount to be enforced on the platform against the latest paper report on money (form 07), where paper has it (2-metrics § 2.3).
with paper as (
    select
        unit_id,
        arg_max(figure, period_end) as amount_vnd,
    from marts.paper_figures
    where form_kind = 'TIEN'
        and indicator = 'TONG_PHAI_THI_HANH'
        and is_over
    group by all
),
platform as (
    select
        office_id,
        sum(due_vnd) as amount_vnd,
    from marts.case_files
    where is_counted
        and has_money
    group by all
),
-- A province's total is taken only where none of its offices reports by itself.
offices_on_paper as (
    select
        paper.unit_id as office_id,
        marts.offices.province_id,
        paper.amount_vnd,
    from paper
    join marts.offices
        on paper.unit_id = marts.offices.office_id
),
provinces_on_paper as (
    select
        paper.unit_id as province_id,
        paper.amount_vnd,
    from paper
    join marts.units
        on paper.unit_id = marts.units.unit_id
        and marts.units.unit_level = 'province'
    anti join offices_on_paper
        on paper.unit_id = offices_on_paper.province_id
)

select
    offices_on_paper.office_id,
    null::varchar as officer_id,
    coalesce(platform.amount_vnd, 0) as numerator,
    offices_on_paper.amount_vnd as denominator,
from offices_on_paper
left join platform using (office_id)
union all
select
    provinces_on_paper.province_id,
    null::varchar,
    coalesce(sum(platform.amount_vnd), 0),
    any_value(provinces_on_paper.amount_vnd),
from provinces_on_paper
left join marts.offices using (province_id)
left join platform using (office_id)
group by provinces_on_paper.province_id
