-- A file offends when the debtor's name or address, the judgment's number or the court holds nothing but punctuation,
-- zeros, one repeated letter, or a phrase of reference.placeholder_phrases (2-metrics § 2.4).
with phrases as (
    select
        reference.placeholder_phrases.phrase,
    from reference.placeholder_phrases
    join marts.night
        on marts.night.night >= reference.placeholder_phrases.valid_from
        and marts.night.night <= coalesce(reference.placeholder_phrases.valid_to, marts.night.night)
),
suspects as (
    select
        office_id,
        officer_id,
        case_id,
        unnest(['người phải thi hành án', 'địa chỉ người phải thi hành án', 'số bản án', 'tòa án']) as part,
        unnest([debtor_name, debtor_address, judgment_number, court]) as content,
    from marts.case_files
    where is_live
        and (
            -- One quick look at all texts at once: one that begins with a mark, a zero, a letter by itself or a letter
            -- twice, or ends with a mark.
            regexp_matches(
                concat_ws('|', debtor_name, debtor_address, judgment_number, court),
                '(?:^|\|)(?:[\p{P}\p{S}\p{Z}\s0]|\p{L}(?:\P{L}|$)|[^\x00-\x7FĐđ]{2}'
                '|(?i:aa|bb|cc|dd|đđ|ee|ff|gg|hh|ii|jj|kk|ll|mm|nn|oo|pp|qq|rr|ss|tt|uu|vv|ww|xx|yy|zz))'
                '|[\p{P}\p{S}\p{Z}\s](?:\||$)'
            )
            or lower(debtor_name) in (select phrase from phrases)
            or lower(debtor_address) in (select phrase from phrases)
            or lower(judgment_number) in (select phrase from phrases)
            or lower(court) in (select phrase from phrases)
        )
),
stripped as (
    select
        *,
        regexp_replace(lower(content), '^[\p{P}\p{S}\p{Z}\s]+|[\p{P}\p{S}\p{Z}\s]+$', '', 'g') as bare,
    from suspects
    -- Blank is missing, which other rules say.
    where regexp_matches(content, '[^\s\p{Z}]')
),
judged as (
    select
        office_id,
        officer_id,
        case_id,
        part,
        case
            when regexp_full_match(content, '[\p{P}\p{S}\p{Z}\s0]+') then 'chỉ có dấu hoặc số 0'
            when regexp_matches(bare, '^\p{L}')
                and regexp_full_match(replace(bare, left(bare, 1), ''), '[\p{P}\p{S}\p{Z}\s]*') then 'chỉ có một chữ cái'
            when bare in (select phrase from phrases) then 'cụm từ điền cho có'
        end as found,
    from stripped
)

select
    office_id,
    officer_id,
    case_id,
    string_agg(part || ': ' || found, ', ' order by part) as found,
from judged
where found is not null
group by all
