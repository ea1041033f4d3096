-- Of the officials in office, those who entered or changed anything in the last 7 days (2-metrics § 2.7).
-- The platform does not say who changed a file: the officer in charge is taken to have.
with acts as (
    select
        recorded_by as officer_id,
        recorded_at as acted_at,
    from marts.case_files
    union all
    select
        officer_id,
        changed_at,
    from marts.case_files
    union all
    select
        officer_id,
        greatest(recorded_at, changed_at),
    from marts.petitions
),
active as (
    select distinct
        acts.officer_id,
    from acts
    cross join marts.night
    where acts.acted_at >= marts.night.night - interval 6 day
        and acts.acted_at < marts.night.night + interval 1 day
)

select
    marts.officials.office_id,
    null::varchar as officer_id,
    count(active.officer_id) as numerator,
    count(*) as denominator,
from marts.officials
left join active using (officer_id)
cross join marts.night
where marts.officials.joined_on <= marts.night.night
    and (marts.officials.left_on is null or marts.officials.left_on > marts.night.night)
group by all
