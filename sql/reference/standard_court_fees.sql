-- One row per court fee of a fixed amount and period: many files owe exactly it, which is nothing to wonder at.
select
    fee_vnd::bigint as fee_vnd,
    fee_name,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    legal_basis,
from read_csv('standard_court_fees.csv', header = true, all_varchar = true)
