-- A file offends when it is unclassified or in progress and has not changed for more days before the night than the limit (2-metrics § 2.4).
select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    marts.case_files.case_id,
    'cập nhật lần cuối ' || strftime(marts.case_files.changed_at, '%d/%m/%Y') || ', đã '
        || (marts.night.night - marts.case_files.changed_at::date) || ' ngày' as found,
from marts.case_files
cross join marts.night
join marts.rule_limits
    on marts.rule_limits.rule = 'stale'
    and marts.rule_limits.measure = 'days'
where marts.case_files.is_live
    and marts.case_files.case_state in ('CHUA_PHAN_LOAI', 'DANG_THI_HANH')
    and marts.night.night - marts.case_files.changed_at::date > marts.rule_limits.limit_value
