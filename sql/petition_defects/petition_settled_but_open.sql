-- A petition offends when it has a date of settlement and is still new or being settled (2-metrics § 2.4).
select
    office_id,
    officer_id,
    petition_id,
    'có ngày giải quyết ' || strftime(settled_on, '%d/%m/%Y') || ', tình trạng '
        || if(petition_state = 'MOI', 'mới', 'đang giải quyết') as found,
from marts.petitions
where is_live
    and petition_state in ('MOI', 'DANG_GIAI_QUYET')
    and settled_on is not null
