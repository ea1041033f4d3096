-- One row per province before 01/07/2025 and the province of today it became part of, within a unit, in the order of today’s.
with today as (
    select
        province_id,
        province_name,
    from reference.provinces
    where valid_to is null
)

select
    former.former_province_id,
    former.former_province_name,
    former.province_id,
    today.province_name,
    -- The code is today that of a province which had another code then.
    exists (
        from today as same_code
        join reference.former_provinces as elsewhere
            on elsewhere.former_province_name = same_code.province_name
        where same_code.province_id = former.former_province_id
            and elsewhere.former_province_id <> former.former_province_id
    ) as is_code_reused,
from reference.former_provinces as former
join today
    on today.province_id = former.province_id
where $unit = 'VN'
    or former.province_id = $unit
order by
    today.province_name collate vi,
    former.former_province_name <> today.province_name,
    former.former_province_name collate vi
