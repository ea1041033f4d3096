-- A petition offends when it was received later than the day it was entered (2-metrics § 2.4).
select
    office_id,
    officer_id,
    petition_id,
    'nhận ' || strftime(received_on, '%d/%m/%Y') || ', nhập ' || strftime(recorded_at, '%d/%m/%Y') as found,
from marts.petitions
where is_live
    and received_on > recorded_at::date
