-- One row per file of the paper register up to the horizon, and per file that will be entered beyond it.
-- Its number holds the unit's four digits, 1 for the backlog or 2 for new files, and six digits of its own.
create table demo.registered as
with
    on_paper as (
        select
            unit_no,
            1 as kind,
            unnest(range(1, ton_cu + surplus + 1)) as ordinal,
        from demo.units
        where ton_cu > 0
        union all
        -- After the reference night new files keep coming at the office's own rate.
        select
            unit_no,
            2 as kind,
            unnest(range(1, phat_sinh + 1 + floor(
                phat_sinh::double / getvariable('reference_ordinal')
                    * (getvariable('horizon_ordinal') - getvariable('reference_ordinal'))
            )::integer)) as ordinal,
        from demo.units
        where phat_sinh > 0
    )
select
    (unit_no::bigint * 10 + kind) * 1000000 + ordinal as file_no,
    unit_no,
    kind,
    ordinal::integer as ordinal,
from on_paper
order by file_no;
