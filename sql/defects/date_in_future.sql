-- A file offends when any of its dates or moments lies after the night, which ends at 24:00 (2-metrics § 2.4).
select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    marts.case_files.case_id,
    concat_ws(
        ', ',
        if(judgment_on > night, 'ngày bản án ' || strftime(judgment_on, '%d/%m/%Y'), null),
        if(decision_on > night, 'ngày quyết định ' || strftime(decision_on, '%d/%m/%Y'), null),
        if(accepted_on > night, 'ngày thụ lý ' || strftime(accepted_on, '%d/%m/%Y'), null),
        if(state_since > night, 'ngày tình trạng ' || strftime(state_since, '%d/%m/%Y'), null),
        if(recorded_at::date > night, 'thời điểm nhập ' || strftime(recorded_at, '%d/%m/%Y %H:%M:%S'), null),
        if(changed_at::date > night, 'thời điểm cập nhật ' || strftime(changed_at, '%d/%m/%Y %H:%M:%S'), null)
    ) as found,
from marts.case_files
cross join marts.night
where marts.case_files.is_live
    -- The greatest of those that are present: NULL counts for nothing.
    and greatest(judgment_on, decision_on, accepted_on, state_since, recorded_at::date, changed_at::date) > night
