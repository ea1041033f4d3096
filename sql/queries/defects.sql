-- One row per offence of the fix list asked for, the one open longest first, after the one that reading stopped at.
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
page as (
    select
        *,
        coalesce(office_id, '') as office_key,
    from marts.fix_list
    where ($unit = 'VN' or office_id in (select unit_id from within))
        and ($officer = '' or officer_id = $officer)
        and ($rule = '' or rule = $rule)
        and ($pillar = '' or pillar = $pillar)
        and list_contains(string_split($states, ','), defect_state)
        and open_since >= $after_since::date
        and (
            open_since > $after_since::date
            or (coalesce(office_id, ''), rule, subject_id) > ($after_office, $after_rule, $after_subject)
        )
    order by
        open_since,
        office_key,
        rule,
        subject_id
    limit $limit
),
-- How many offences are open in a file's pillar: only the last of them holds the file back.
open_in_pillar as (
    select
        case_id,
        pillar,
        count(*) as offences,
    from marts.fix_list
    where defect_state <> 'fixed'
        and case_id in (select case_id from page)
    group by all
),
weights as (
    select
        pillar,
        weight / sum(weight) over () as share,
    from marts.pillar_weights
)

select
    page.rule,
    page.pillar,
    page.case_id,
    page.petition_id,
    page.office_id,
    offices.unit_name as office_name,
    page.officer_id,
    officials.officer_name,
    page.found,
    page.first_night,
    page.last_night,
    page.defect_state as state,
    page.fixed_on,
    page.open_since,
    coalesce(page.fixed_on, night.night) - page.open_since as age_days,
    case
        when page.case_id is null then null
        when page.defect_state = 'fixed' or open_in_pillar.offences > 1 then 0.0
        else coalesce(weights.share / nullif(subjects.live_files, 0), 0)
    end::double as score_gain,
    page.subject_id,
from page
cross join meta.night as night
left join open_in_pillar
    on open_in_pillar.case_id = page.case_id
        and open_in_pillar.pillar = page.pillar
left join weights
    on weights.pillar = page.pillar
left join history.live_subjects as subjects
    on subjects.office_id = page.office_id
        and subjects.night = night.night
left join marts.units as offices
    on offices.unit_id = page.office_id
left join marts.officials as officials
    on officials.officer_id = page.officer_id
order by
    page.open_since,
    page.office_key,
    page.rule,
    page.subject_id
