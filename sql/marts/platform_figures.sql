-- One row per count, form, level, unit and indicator: the platform's own figures, every indicator worked out (2-metrics § 2.5).
with counted as (
    select
        counted_to,
        form_kind,
        office_id,
        indicator,
        sum(figure) as figure,
        sum(null_items) as null_items,
    from marts.form_figures
    group by all
),
added_up as (
    select
        counted.counted_to,
        counted.form_kind,
        marts.unit_members.level,
        marts.unit_members.unit_id,
        counted.indicator,
        sum(counted.figure) as figure,
        sum(counted.null_items) as null_items,
    from counted
    join marts.unit_members using (office_id)
    group by all
    union all
    -- What the offices add up to is held against all there is, whether or not its office is known.
    select
        counted_to,
        form_kind,
        'whole',
        'VN',
        indicator,
        sum(figure),
        sum(null_items),
    from counted
    group by all
),
worked_out as (
    select
        added_up.counted_to,
        added_up.form_kind,
        added_up.level,
        added_up.unit_id,
        reference.form_sums.indicator,
        sum(reference.form_sums.sign * added_up.figure) as figure,
    from added_up
    join reference.form_sums
        on added_up.form_kind = reference.form_sums.form_kind
        and added_up.indicator = reference.form_sums.part
    group by all
),
empty_items as (
    select
        counted_to,
        form_kind,
        level,
        unit_id,
        sum(null_items) as null_items,
    from added_up
    group by all
),
indicators as (
    select distinct
        form_kind,
        indicator,
    from reference.form_sums
),
units as (
    select distinct
        level,
        unit_id,
    from marts.unit_members
    union all
    select
        'whole',
        'VN'
)

select
    marts.form_counts.counted_to,
    indicators.form_kind,
    units.level,
    units.unit_id,
    indicators.indicator,
    coalesce(worked_out.figure, 0) as figure,
    coalesce(empty_items.null_items, 0) as null_items,
from marts.form_counts
cross join indicators
cross join units
left join worked_out
    on marts.form_counts.counted_to = worked_out.counted_to
    and indicators.form_kind = worked_out.form_kind
    and units.level = worked_out.level
    and units.unit_id = worked_out.unit_id
    and indicators.indicator = worked_out.indicator
left join empty_items
    on marts.form_counts.counted_to = empty_items.counted_to
    and indicators.form_kind = empty_items.form_kind
    and units.level = empty_items.level
    and units.unit_id = empty_items.unit_id
order by
    marts.form_counts.counted_to,
    indicators.form_kind,
    units.level
