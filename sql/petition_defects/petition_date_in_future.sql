-- A petition offends when any of its dates or moments lies after the night, which ends at 24:00 (2-metrics § 2.4).
select
    marts.petitions.office_id,
    marts.petitions.officer_id,
    marts.petitions.petition_id,
    concat_ws(
        ', ',
        if(received_on > night, 'ngày nhận ' || strftime(received_on, '%d/%m/%Y'), null),
        if(settled_on > night, 'ngày giải quyết ' || strftime(settled_on, '%d/%m/%Y'), null),
        if(recorded_at::date > night, 'thời điểm nhập ' || strftime(recorded_at, '%d/%m/%Y %H:%M:%S'), null),
        if(changed_at::date > night, 'thời điểm cập nhật ' || strftime(changed_at, '%d/%m/%Y %H:%M:%S'), null)
    ) as found,
from marts.petitions
cross join marts.night
where marts.petitions.is_live
    -- The greatest of those that are present: NULL counts for nothing.
    and greatest(received_on, settled_on, recorded_at::date, changed_at::date) > night
