-- A petition offends when it is settled and nobody says when (2-metrics § 2.4).
select
    office_id,
    officer_id,
    petition_id,
    'đã giải quyết, thiếu ngày giải quyết' as found,
from marts.petitions
where is_live
    and petition_state = 'DA_GIAI_QUYET'
    and settled_on is null
