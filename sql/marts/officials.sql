-- One row per official, with the province where the person works.
select
    staging.officials.officer_id,
    staging.officials.officer_name,
    staging.officials.office_id,
    marts.units.province_id,
    staging.officials.gender,
    staging.officials.job_title,
    staging.officials.job_title in ('CHV_CAO_CAP', 'CHV_TRUNG_CAP', 'CHV_SO_CAP') as is_enforcement_officer,
    staging.officials.is_leader,
    staging.officials.is_civil_servant,
    staging.officials.joined_on,
    staging.officials.left_on,
from staging.officials
left join marts.units
    on staging.officials.office_id = marts.units.unit_id
