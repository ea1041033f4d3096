-- One row per unit of a level: the money items of its counted case files with money, which of their three amounts are
-- known, what they add up to, and what is left over where all three are (2-metrics § 2.3).
with recursive within as (
    select
        unit_id,
    from marts.units
    where unit_id = $unit
    union
    select
        units.unit_id,
    from marts.units as units
    join within
        on within.unit_id = units.parent_id
),
items as (
    select
        files.office_id,
        items.due_vnd,
        items.enforced_vnd,
        items.outstanding_vnd,
        coalesce(items.remitted_vnd, 0) as remitted_vnd,
        items.due_vnd is not null
            and items.enforced_vnd is not null
            and items.outstanding_vnd is not null as is_whole,
    from marts.money_items as items
    join marts.case_files as files
        on files.case_id = items.case_id
    where files.is_counted
        and files.has_money
),
offices as (
    select
        office_id,
        count(*) as items,
        count(due_vnd) as items_due,
        count(enforced_vnd) as items_enforced,
        count(outstanding_vnd) as items_outstanding,
        -- As doubles, because a sum of absurd amounts must not stop an answer.
        sum(due_vnd::double) as due,
        sum(enforced_vnd::double) as enforced,
        sum(outstanding_vnd::double) as outstanding,
        count(*) filter (where is_whole) as whole_items,
        sum(due_vnd::double) filter (where is_whole) as whole_due,
        sum(enforced_vnd::double) filter (where is_whole) as whole_enforced,
        sum(outstanding_vnd::double) filter (where is_whole) as whole_outstanding,
        sum(remitted_vnd::double) filter (where is_whole) as whole_remitted,
        count(*) filter (
            where is_whole
                and due_vnd::hugeint <> enforced_vnd::hugeint + remitted_vnd + outstanding_vnd
        ) as broken_items,
    from items
    group by all
)

select
    members.unit_id,
    members.unit_name,
    coalesce(sum(offices.items), 0)::bigint as items,
    coalesce(sum(offices.items_due), 0)::bigint as items_due,
    coalesce(sum(offices.items_enforced), 0)::bigint as items_enforced,
    coalesce(sum(offices.items_outstanding), 0)::bigint as items_outstanding,
    coalesce(sum(offices.due), 0) as due_vnd,
    coalesce(sum(offices.enforced), 0) as enforced_vnd,
    coalesce(sum(offices.outstanding), 0) as outstanding_vnd,
    coalesce(sum(offices.whole_items), 0)::bigint as whole_items,
    coalesce(sum(offices.whole_due), 0) as whole_due_vnd,
    coalesce(sum(offices.whole_enforced), 0) as whole_enforced_vnd,
    coalesce(sum(offices.whole_remitted), 0) as whole_remitted_vnd,
    coalesce(sum(offices.whole_outstanding), 0) as whole_outstanding_vnd,
    coalesce(sum(offices.broken_items), 0)::bigint as broken_items,
from marts.unit_members as members
left join offices
    on offices.office_id = members.office_id
where members.level = $level
    and ($unit = 'VN' or members.unit_id in (select unit_id from within))
group by
    members.unit_id,
    members.unit_name
order by
    members.unit_name collate vi,
    members.unit_id
