-- One row: how many promises were checked before this version was published.
select
    count(*) as checks,
from meta.checks
