-- One row per rate on paper that is not what the same report's own figures make (2-metrics § 2.5); rates are delivered in ten-thousandths.
with reports as (
    select
        unit_id,
        province_id,
        max(figure) filter (where indicator = 'TY_LE') as reported,
        max(figure) filter (where indicator = 'THI_HANH_XONG') as finished,
        max(figure) filter (where indicator = 'DINH_CHI') as terminated,
        max(figure) filter (where indicator = 'CO_DIEU_KIEN') as enforceable,
    from marts.reported_figures
    where side = 'paper'
        and statistical_year = $year::integer
        and months = $months::integer
        and form_kind = $form
        and level = $level
        and ($unit in ('VN', unit_id) or $unit = province_id)
    group by all
),
worked_out as (
    select
        unit_id,
        reported / 10000 as reported,
        (finished + terminated) / nullif(enforceable, 0) as computed,
    from reports
    where reported is not null
)
select
    unit_id,
    reported,
    computed,
from worked_out
where round(computed, 4) <> reported
order by unit_id
