-- A petition offends when it is new or being settled and has not changed for more days before the night than the limit (2-metrics § 2.4).
select
    marts.petitions.office_id,
    marts.petitions.officer_id,
    marts.petitions.petition_id,
    'cập nhật lần cuối ' || strftime(marts.petitions.changed_at, '%d/%m/%Y') || ', đã '
        || (marts.night.night - marts.petitions.changed_at::date) || ' ngày' as found,
from marts.petitions
cross join marts.night
join marts.rule_limits
    on marts.rule_limits.rule = 'petition_stale'
    and marts.rule_limits.measure = 'days'
where marts.petitions.is_live
    and marts.petitions.petition_state in ('MOI', 'DANG_GIAI_QUYET')
    and marts.night.night - marts.petitions.changed_at::date > marts.rule_limits.limit_value
