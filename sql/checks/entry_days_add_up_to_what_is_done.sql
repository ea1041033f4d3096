-- The days of entry of an office add up to the files it has done.
select
    marts.completion.office_id,
    marts.completion.data_kind,
    any_value(marts.completion.files_done) as done_in_completion,
    coalesce(sum(marts.entry_days.files_done), 0) as done_by_day,
from marts.completion
left join marts.entry_days using (office_id, data_kind)
where marts.completion.entry_system = 'TCTHA'
group by all
having done_in_completion <> done_by_day
