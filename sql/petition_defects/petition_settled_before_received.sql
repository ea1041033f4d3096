-- A petition offends when it was settled before it was received (2-metrics § 2.4).
select
    office_id,
    officer_id,
    petition_id,
    'giải quyết ' || strftime(settled_on, '%d/%m/%Y') || ', nhận ' || strftime(received_on, '%d/%m/%Y') as found,
from marts.petitions
where is_live
    and settled_on < received_on
