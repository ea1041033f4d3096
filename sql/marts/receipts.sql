-- One row per electronic receipt.
select
    *,
from staging.receipts
