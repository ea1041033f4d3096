-- What each province’s quotas depend on, as the platform knows it.
select
    bases.province_id,
    coalesce(provinces.province_name, bases.province_id) as province_name,
    bases.basis,
    bases.basis_size,
from marts.award_bases as bases
left join marts.provinces as provinces
    on provinces.province_id = bases.province_id
where bases.campaign_id = $campaign
order by
    provinces.province_name collate vi,
    bases.province_id,
    bases.basis
