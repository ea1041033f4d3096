-- A new petition offends when it was entered more working days after it was received than the limit (2-metrics § 2.4).
with known as (
    select
        min(day) as first_day,
        max(day) as last_day,
    from marts.calendar
),
slow as (
    select
        marts.petitions.office_id,
        marts.petitions.officer_id,
        marts.petitions.petition_id,
        marts.petitions.received_on,
        marts.petitions.recorded_at::date as entered_on,
        marts.rule_limits.limit_value,
    from marts.petitions
    join marts.rule_limits
        on marts.rule_limits.rule = 'petition_entered_late'
        and marts.rule_limits.measure = 'working_days'
    where marts.petitions.is_live
        and marts.petitions.data_kind = 'PHAT_SINH'
        -- There are no more working days than days.
        and marts.petitions.recorded_at::date - marts.petitions.received_on > marts.rule_limits.limit_value
),
-- A day outside the calendar is taken as its edge: the platform is younger than the calendar.
waited as (
    select
        slow.*,
        entered.working_days_so_far - received.working_days_so_far as working_days,
    from slow
    cross join known
    join marts.calendar as received
        on received.day = least(greatest(slow.received_on, known.first_day), known.last_day)
    join marts.calendar as entered
        on entered.day = least(greatest(slow.entered_on, known.first_day), known.last_day)
)

select
    office_id,
    officer_id,
    petition_id,
    'nhận ' || strftime(received_on, '%d/%m/%Y') || ', nhập ' || strftime(entered_on, '%d/%m/%Y')
        || ', sau ' || working_days || ' ngày làm việc' as found,
from waited
where working_days > limit_value
