-- Of the counted case files accepted since the platform went live, those with a decision drafted on it (2-metrics § 2.7).
with decided as (
    select distinct
        case_id,
    from marts.decisions
    where case_id is not null
)

select
    marts.case_files.office_id,
    null::varchar as officer_id,
    count(decided.case_id) as numerator,
    count(*) as denominator,
from marts.case_files
left join decided using (case_id)
cross join marts.night
where marts.case_files.is_counted
    and marts.case_files.accepted_on >= marts.night.platform_live_on
group by all
