-- One row per province, in the order of the Vietnamese alphabet.
select
    province_id as unit_id,
    coalesce(province_name, province_id) as unit_name,
    offices,
from marts.provinces
order by
    unit_name collate vi,
    province_id
