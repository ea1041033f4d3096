-- A petition offends when nobody is in charge of it (2-metrics § 2.4); a blank code is nobody.
select
    office_id,
    officer_id,
    petition_id,
    'thiếu người phụ trách' as found,
from marts.petitions
where is_live
    and coalesce(trim(officer_id), '') = ''
