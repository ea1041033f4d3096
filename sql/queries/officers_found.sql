-- The officials within a unit whose name has every word asked for, with or without marks and capitals; the names that begin with them first.
with asked as (
    select
        replace(lower(strip_accents(trim($name))), 'đ', 'd') as words,
),
named as (
    select
        officials.*,
        replace(lower(strip_accents(officials.officer_name)), 'đ', 'd') as folded,
    from marts.officials as officials
    where officials.officer_name is not null
        and ($unit = 'VN' or officials.province_id = $unit or officials.office_id = $unit)
)

select
    named.officer_id,
    named.officer_name,
    offices.unit_name as office_name,
    provinces.province_name,
from named
cross join asked
left join marts.units as offices
    on offices.unit_id = named.office_id
left join marts.provinces as provinces
    on provinces.province_id = named.province_id
where len(list_filter(string_split(asked.words, ' '), lambda word : not contains(named.folded, word))) = 0
order by
    not starts_with(named.folded, asked.words),
    string_split(named.officer_name, ' ')[-1] collate vi,
    named.officer_name collate vi,
    named.officer_id
limit $most
