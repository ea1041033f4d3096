-- A file offends when it repeats a file entered earlier at its office (2-metrics § 2.4, § 2.1).
select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    'trùng với hồ sơ ' || marts.duplicates.first_case_id as found,
from marts.duplicates
join marts.case_files using (case_id)
where marts.case_files.is_live
