-- A file offends when a party's name or the debtor's address begins or ends with a space, or holds two in a row (2-metrics § 2.4).
with suspects as (
    select
        office_id,
        officer_id,
        case_id,
        unnest(['người phải thi hành án', 'địa chỉ người phải thi hành án', 'người được thi hành án']) as part,
        unnest([debtor_name, debtor_address, creditor_name]) as content,
    from marts.case_files
    where is_live
        -- One quick look at all texts at once.
        and regexp_matches(
            concat_ws('|', debtor_name, debtor_address, creditor_name),
            '[\s\p{Z}](?:[\s\p{Z}|]|$)|(?:^|\|)[\s\p{Z}]'
        )
)

select
    office_id,
    officer_id,
    case_id,
    'thừa khoảng trắng ở ' || string_agg(part, ', ' order by part) as found,
from suspects
where regexp_matches(content, '^[\s\p{Z}]|[\s\p{Z}]{2}|[\s\p{Z}]$')
group by all
