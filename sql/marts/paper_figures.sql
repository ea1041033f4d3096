-- One row per figure of the paper reports of today's units: the final version where there is one, else the preliminary (2-metrics § 2.5).
select
    statistical_year,
    months,
    form_kind,
    unit_id,
    indicator,
    is_final,
    figure,
    period_end,
    period_end <= marts.night.night as is_over,
from marts.reported_figures
cross join marts.night
where side = 'paper'
    and not has_former_code
