-- Of files that repeat one another, exactly the first entered counts.
select
    marts.duplicates.case_id,
    marts.duplicates.first_case_id,
from marts.duplicates
join marts.case_files
    on marts.duplicates.first_case_id = marts.case_files.case_id
where not marts.case_files.is_counted
