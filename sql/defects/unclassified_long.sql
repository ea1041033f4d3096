-- A file offends when it is still unclassified more days after its acceptance than the limit (2-metrics § 2.4).
select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    marts.case_files.case_id,
    'thụ lý ' || strftime(marts.case_files.accepted_on, '%d/%m/%Y') || ', chưa phân loại sau '
        || (marts.night.night - marts.case_files.accepted_on) || ' ngày' as found,
from marts.case_files
cross join marts.night
join marts.rule_limits
    on marts.rule_limits.rule = 'unclassified_long'
    and marts.rule_limits.measure = 'days'
where marts.case_files.is_live
    and marts.case_files.case_state = 'CHUA_PHAN_LOAI'
    and marts.night.night - marts.case_files.accepted_on > marts.rule_limits.limit_value
