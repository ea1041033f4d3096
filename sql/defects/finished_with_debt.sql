-- A file offends when it is fully enforced and an item still has money to be enforced (2-metrics § 2.4).
with owing as (
    select
        case_id,
        -- A sum of BIGINT is a HUGEINT: absurd amounts do not stop the night.
        sum(outstanding_vnd) as outstanding_vnd,
    from marts.money_items
    where outstanding_vnd > 0
    group by all
)

select
    marts.case_files.office_id,
    marts.case_files.officer_id,
    case_id,
    'thi hành xong, còn phải thi hành ' || format('{:t.}', owing.outstanding_vnd) || ' đồng' as found,
from owing
join marts.case_files using (case_id)
where marts.case_files.is_live
    and marts.case_files.case_state = 'THI_HANH_XONG'
