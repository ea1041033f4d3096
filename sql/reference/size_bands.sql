-- One row per size band of a campaign’s candidates, by the files they must enter; shown beside the rank, never part of it (3-campaign § 3.3).
select
    campaign_id,
    candidate_kind,
    size_band,
    files_from::bigint as files_from,
    files_to::bigint as files_to,
    by_default::boolean as is_default,
from read_csv('size_bands.csv', header = true, all_varchar = true)
