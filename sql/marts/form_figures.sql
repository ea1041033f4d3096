-- One row per count, office, officer, form and indicator: what the platform's own case files say; nothing has no row (2-metrics § 2.5).
with amounts as (
    select
        case_id,
        sum(coalesce(due_vnd, 0)) - sum(coalesce(enforced_before_vnd, 0)) as due_in_year,
        sum(coalesce(enforced_vnd, 0)) - sum(coalesce(enforced_before_vnd, 0)) as enforced_in_year,
        sum(coalesce(remitted_vnd, 0)) as remitted,
        sum(coalesce(outstanding_vnd, 0)) as outstanding,
        -- Nothing remitted may be left out; the other amounts may not.
        count(*) filter (
            where due_vnd is null or enforced_vnd is null or enforced_before_vnd is null or outstanding_vnd is null
        ) as null_items,
    from marts.money_items
    group by all
),
positions as (
    select
        marts.form_counts.counted_to,
        marts.case_files.case_id,
        marts.case_files.office_id,
        -- What each officer had in hand is known of the night alone: files change hands.
        if(marts.form_counts.counted_to = marts.form_counts.night, marts.case_files.officer_id, null) as officer_id,
        if(
            marts.case_files.accepted_on < marts.form_counts.period_from,
            'NAM_TRUOC_CHUYEN_SANG',
            'THU_LY_MOI'
        ) as origin,
        case
            -- A state that began after the day counted to was not there yet: the file was being enforced.
            when marts.case_files.state_since > marts.form_counts.counted_to then 'DANG_THI_HANH'
            when reference.case_states.indicator = 'SO_THEO_DOI_RIENG' then 'SO_THEO_DOI_RIENG'
            -- Ended nobody knows when, or before it was accepted: in no part of the total, so that identity 3 shows it.
            when reference.case_states.is_end
                and coalesce(marts.case_files.state_since < marts.form_counts.period_from, true) then ''
            else reference.case_states.indicator
        end as stands_at,
    from marts.case_files
    join marts.form_counts
        on marts.case_files.accepted_on <= marts.form_counts.counted_to
    join marts.night
        on marts.form_counts.night = marts.night.night
    join reference.case_states
        on marts.case_files.case_state = reference.case_states.case_state
    where marts.case_files.is_counted
        and (
            not reference.case_states.is_end
            or reference.case_states.indicator = 'SO_THEO_DOI_RIENG'
            or marts.case_files.state_since is null
            or marts.case_files.state_since >= marts.form_counts.period_from
            -- What was accepted in the period is new in it, whatever its end says.
            or marts.case_files.accepted_on >= marts.form_counts.period_from
        )
),
totals as (
    select
        positions.counted_to,
        positions.office_id,
        positions.officer_id,
        positions.origin,
        positions.stands_at,
        count(*) as files,
        sum(amounts.due_in_year) as due_in_year,
        sum(amounts.enforced_in_year) as enforced_in_year,
        sum(amounts.remitted) as remitted,
        sum(amounts.outstanding) as outstanding,
        sum(amounts.null_items) as null_items,
    from positions
    left join amounts using (case_id)
    group by all
),
-- The separate register is a memo item, outside every total.
measured as (
    select
        counted_to,
        office_id,
        officer_id,
        'VIEC' as form_kind,
        origin as indicator,
        files as figure,
        0 as null_items,
    from totals
    where stands_at <> 'SO_THEO_DOI_RIENG'
    union all
    select
        counted_to,
        office_id,
        officer_id,
        'VIEC',
        stands_at,
        files,
        0,
    from totals
    where stands_at <> ''
    union all
    select
        counted_to,
        office_id,
        officer_id,
        'TIEN',
        origin,
        due_in_year,
        null_items,
    from totals
    where stands_at <> 'SO_THEO_DOI_RIENG'
    union all
    select
        counted_to,
        office_id,
        officer_id,
        'TIEN',
        'THI_HANH_XONG',
        enforced_in_year,
        0,
    from totals
    where stands_at <> 'SO_THEO_DOI_RIENG'
    union all
    select
        counted_to,
        office_id,
        officer_id,
        'TIEN',
        'GIAM_MIEN',
        remitted,
        0,
    from totals
    where stands_at <> 'SO_THEO_DOI_RIENG'
    union all
    select
        counted_to,
        office_id,
        officer_id,
        'TIEN',
        stands_at,
        outstanding,
        0,
    from totals
    -- What a finished file still owes is in no part either: a contradiction for identity 3 to show.
    where stands_at not in ('', 'THI_HANH_XONG')
)

select
    counted_to,
    office_id,
    officer_id,
    form_kind,
    indicator,
    -- As HUGEINT, because a sum of absurd amounts must not stop the night.
    sum(figure)::hugeint as figure,
    sum(null_items)::bigint as null_items,
from measured
group by all
having sum(figure) <> 0
    or sum(null_items) > 0
union all
select
    earlier.form_figures.counted_to,
    earlier.form_figures.office_id,
    earlier.form_figures.officer_id,
    earlier.form_figures.form_kind,
    earlier.form_figures.indicator,
    earlier.form_figures.figure,
    earlier.form_figures.null_items,
from earlier.form_figures
join marts.form_counts using (counted_to)
join marts.night
    on marts.form_counts.night < marts.night.night
order by
    counted_to,
    form_kind,
    office_id,
    officer_id,
    indicator
