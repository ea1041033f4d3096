-- The files that completion requires are all the files that targets require.
select
    in_completion.files as files_in_completion,
    targets.files as files_in_targets,
from (select coalesce(sum(files_required), 0) as files from marts.completion) as in_completion
cross join (select coalesce(sum(files_required), 0) as files from staging.entry_targets) as targets
where in_completion.files <> targets.files
