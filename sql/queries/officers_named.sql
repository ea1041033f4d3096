-- One row per official of those handed in as JSON: the name.
select
    officer_id,
    officer_name,
from marts.officials
where officer_id in (
    select
        unnest(from_json($officers, '["varchar"]')),
)
