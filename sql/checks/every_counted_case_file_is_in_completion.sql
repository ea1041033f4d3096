-- The files that completion counts as entered are all the counted files, none twice.
select
    in_completion.files as files_in_completion,
    counted.files as files_counted,
from (
    select coalesce(sum(files_entered), 0) as files
    from marts.completion
    where entry_system = 'TCTHA'
) as in_completion
cross join (
    select count(*) as files
    from marts.case_files
    where is_counted
) as counted
where in_completion.files <> counted.files
