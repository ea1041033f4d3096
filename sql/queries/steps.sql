-- One row per step of the night and how long it took, slowest first.
select
    step,
    seconds::double as seconds,
from meta.steps
order by
    seconds desc,
    step
