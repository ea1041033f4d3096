-- One row when somebody has this code: an official, or somebody whom only a file with an offence names.
select
    officer_id,
from (
    select
        officer_id,
    from marts.officials
    union all
    select
        officer_id,
    from marts.fix_list
)
where officer_id = $officer
limit 1
