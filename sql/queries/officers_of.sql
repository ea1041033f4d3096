-- One row per official of an office, or the one official asked for, with the place of work; by given name, which comes last.
select
    officials.officer_id,
    officials.officer_name,
    officials.is_enforcement_officer,
    officials.office_id,
    offices.unit_name as office_name,
    officials.province_id,
    provinces.province_name,
from marts.officials as officials
left join marts.units as offices
    on offices.unit_id = officials.office_id
left join marts.provinces as provinces
    on provinces.province_id = officials.province_id
where officials.officer_id = $unit
    or officials.office_id = $unit
order by
    string_split(officials.officer_name, ' ')[-1] collate vi,
    officials.officer_name collate vi,
    officials.officer_id
