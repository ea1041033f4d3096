-- One row per province or city and period of its name and type (Quyết định 19/2025/QĐ-TTg).
select
    code as province_id,
    name as province_name,
    type as province_type,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    legal_basis,
from read_csv('provinces.csv', header = true, all_varchar = true)
