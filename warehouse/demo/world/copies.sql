-- Entries that should not be there: the same file entered twice, and mistaken entries deleted later.
insert into demo.case_files by name
select
    * replace (
        file_no + 2000000 as file_no,
        file_id(file_no + 2000000) as file_id,
        false as is_required,
        false as is_unassigned,
        -- A copy never comes before the file it repeats, and is written a little differently.
        appears_at + to_days(1 + draw_int(file_no, 'copied after', 12)) as appears_at,
        appears_at + to_days(1 + draw_int(file_no, 'copied after', 12)) as entered_at,
        if(
            chance(file_no, 'copy removed') < 0.3,
            appears_at + to_days(13 + draw_int(file_no, 'copy removed', 20)),
            null
        ) as deleted_at,
        case draw_int(file_no, 'copied as', 3)
            when 0 then lower(judgment_no)
            when 1 then judgment_no || ' '
            else judgment_no
        end as judgment_no,
        replace(court, ' - ', '  - ') as court,
    ),
from demo.case_files
where appears_at = entered_at
    and flaw = 'none'
    and chance(file_no, 'copied') < 0.0025 * weakness
union all
select
    * replace (
        file_no + 4000000 as file_no,
        file_id(file_no + 4000000) as file_id,
        false as is_required,
        false as is_unassigned,
        -- Gone by the reference night, so that it hides no gap there.
        appears_at + to_days(1 + draw_int(file_no, 'withdrawn after', 18)) as deleted_at,
        (900000 + file_no % 1000000) || '/QĐ-THADS' as decision_no,
    ),
from demo.case_files
where appears_at = entered_at
    and chance(file_no, 'mistaken') < 0.003 * weakness
    and (appears_at < timestamp '2026-03-12' or appears_at >= getvariable('reference_night') + interval 1 day);
