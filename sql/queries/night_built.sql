-- One row: the night and the name this version was built under.
select
    night,
    version,
from meta.night
