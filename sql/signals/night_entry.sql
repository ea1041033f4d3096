-- A file entered at night, shown under the person who entered it (2-metrics § 2.4): the first hour counts, the last does not.
select
    marts.case_files.office_id,
    marts.case_files.recorded_by as officer_id,
    marts.case_files.case_id,
    marts.case_files.recorded_at::date as happened_on,
    'nhập lúc ' || strftime(marts.case_files.recorded_at, '%H:%M:%S %d/%m/%Y') as found,
from marts.case_files
join marts.rule_limits as from_hour
    on from_hour.rule = 'night_entry'
    and from_hour.measure = 'from_hour'
join marts.rule_limits as until_hour
    on until_hour.rule = 'night_entry'
    and until_hour.measure = 'until_hour'
where marts.case_files.is_live
    and (
        hour(marts.case_files.recorded_at) >= from_hour.limit_value
        or hour(marts.case_files.recorded_at) < until_hour.limit_value
    )
