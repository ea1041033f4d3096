-- Every case file delivered is in marts.case_files, once.
select
    delivered.case_files as files_delivered,
    kept.case_files as files_kept,
    kept.case_ids as case_ids_kept,
from (select count(*) as case_files from staging.case_files) as delivered
cross join (select count(*) as case_files, count(distinct case_id) as case_ids from marts.case_files) as kept
where delivered.case_files <> kept.case_files
    or kept.case_files <> kept.case_ids
