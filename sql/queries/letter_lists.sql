-- One row per list for praise or criticism there is.
select
    list_id,
from reference.letter_lists
order by list_id
