-- One row: offices whose every required file is entered, of the offices that must enter any.
select
    count(*) filter (where figures.numerator >= figures.denominator) as numerator,
    count(*) as denominator,
from history.office_metrics as figures
semi join marts.unit_members as members
    on members.office_id = figures.office_id
        and members.level = 'office'
where figures.night = $night::date
    and figures.metric_id = 'completion_rate'
    and figures.denominator > 0
