-- A new file offends when it was entered more working days after its acceptance than the limit (2-metrics § 2.4).
with known as (
    select
        min(day) as first_day,
        max(day) as last_day,
    from marts.calendar
),
slow as (
    select
        marts.case_files.office_id,
        marts.case_files.officer_id,
        marts.case_files.case_id,
        marts.case_files.accepted_on,
        marts.case_files.recorded_at::date as entered_on,
        marts.rule_limits.limit_value,
    from marts.case_files
    join marts.rule_limits
        on marts.rule_limits.rule = 'entered_late'
        and marts.rule_limits.measure = 'working_days'
    where marts.case_files.is_live
        and marts.case_files.data_kind = 'PHAT_SINH'
        -- There are no more working days than days.
        and marts.case_files.recorded_at::date - marts.case_files.accepted_on > marts.rule_limits.limit_value
),
-- A day outside the calendar is taken as its edge: the platform is younger than the calendar.
waited as (
    select
        slow.*,
        entered.working_days_so_far - accepted.working_days_so_far as working_days,
    from slow
    cross join known
    join marts.calendar as accepted
        on accepted.day = least(greatest(slow.accepted_on, known.first_day), known.last_day)
    join marts.calendar as entered
        on entered.day = least(greatest(slow.entered_on, known.first_day), known.last_day)
)

select
    office_id,
    officer_id,
    case_id,
    'thụ lý ' || strftime(accepted_on, '%d/%m/%Y') || ', nhập ' || strftime(entered_on, '%d/%m/%Y')
        || ', sau ' || working_days || ' ngày làm việc' as found,
from waited
where working_days > limit_value
