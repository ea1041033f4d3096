-- One row per province, in the order of the Vietnamese alphabet.
select
    province_id as unit_id,
    province_name as unit_name,
    offices,
from marts.provinces
order by
    province_name collate vi,
    province_id
