-- A file offends when any of its texts holds U+FFFD, TCVN3 or VNI left-overs, or doubly encoded UTF-8 (2-metrics § 2.4).
-- Foreign and Ê Đê, Gia Rai, Khmer or Hoa names are no damage: a pattern is what none of them and no Vietnamese syllable has.
with suspects as (
    select
        office_id,
        officer_id,
        case_id,
        unnest([
            'số bản án', 'tòa án', 'số quyết định', 'người phải thi hành án', 'số định danh người phải thi hành án',
            'địa chỉ người phải thi hành án', 'người được thi hành án',
        ]) as part,
        unnest([
            judgment_number, court, decision_number, debtor_name, debtor_identifier, debtor_address, creditor_name,
        ]) as content,
    from marts.case_files
    where is_live
        -- One quick look at all texts at once: a character beyond ASCII, Vietnamese letters and ordinary quotes and
        -- dashes, or a pair of Vietnamese letters that stands in no Vietnamese word.
        and regexp_matches(
            concat_ws('|', judgment_number, court, decision_number, debtor_name, debtor_identifier, debtor_address, creditor_name),
            '[^\x00-\x7FÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\x{1EA0}-\x{1EF9}–—‘’“”…]'
            '|[ae][ùõâáàãêéèú]|[AE][ÙÕÂÁÀÃÊÉÈÚ]|[ouôy][ùõ]|[OUÔY][ÙÕ]|oâ|OÂ|[a-z][ÈÉÊÌÒÓÔÕÝ]|Ã[’“”]'
        )
),
judged as (
    select
        office_id,
        officer_id,
        case_id,
        part,
        case
            when contains(content, chr(65533)) then 'ký tự bị thay (U+FFFD)'
            -- UTF-8 read as Windows-1252 and written as UTF-8 again: Ã¡, Ä‘, Æ¡, áº¡, á»‡, â€œ.
            -- Ã before a quote or a hard space may also end a word in capitals (XÃ), so its neighbours decide.
            when regexp_matches(
                content,
                '[\x{80}-\x{9F}]|Ã[¡-£¨-ª¬²-µ¹º½€‚ƒˆ‰ŠŒ•™š]|Ã[’“”]\p{L}|Ã[\x{A0}\x{AD}][\p{Ll}\s]|\p{Ll}Ã[\x{A0}\x{AD}]'
                '|Ä[‚ƒ‘¨©]|Å[¨©]|Æ[\x{A0}¡¯°]|áº|á»[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x{A0}-\x{BF}]|â€|Â[¡-¬®-¿]'
            ) then 'UTF-8 mã hóa hai lần'
            -- VNI writes a vowel's accent as a letter after it: Nguyeãn Vaên, ñöôøng. Neáng is a Khmer name.
            when regexp_matches(
                content,
                '[ae][ùøûõâåãä]|[AE][ÙØÛÕÂÅÃÄ]|a[áà]|A[ÁÀ]|ie[áà]|IE[ÁÀ]|e[áà](?:[mptuc]|nh|n?(?:\P{L}|$))|E[ÁÀ](?:[MPTUC]|NH|N?(?:\P{L}|$))'
                '|o[ùøõâåä]|O[ÙØÕÂÅÄ]|[ou]û(?:[^\p{L}t]|[aimnouy]|$)|[OU]Û|u[ùøõ]|U[ÙØÕ]'
                '|[ôö][ùøûõï]|[ÔÖ][ÙØÛÕÏ]|y[ùøûõ]|Y[ÙØÛÕ]|öô|ÖÔ'
                '|a[êéèúüë](?:[cmnpt]|ng)(?:\P{L}|$)|A[ÊÉÈÚÜË](?:[CMNPT]|NG)(?:\P{L}|$)'
                '|[aeou]ï(?:[imnoptuy]|ch|ng|nh)(?:\P{L}|$)|[AEOU]Ï(?:[IMNOPTUY]|CH|NG|NH)(?:\P{L}|$)'
                '|(?:^|\P{L})[ñÑ][òóãõùøûïíìæöàáéèúü]'
            ) then 'phông VNI'
            -- TCVN3 keeps one byte a letter: V¨n, Hµ Néi, TrÇn, ®­êng, NguyÔn.
            when regexp_matches(
                content,
                '\p{L}[¨©»¼½¾]\p{Ll}|\p{L}[ª«¬µ¶¸¹](?:[\p{Ll}\s,.;:)/-]|$)'
                '|(?:^|[^\p{L}\p{N}])[§®][\p{L}\x{AD}¨©ª«¬µ¶·¸¹»¼½¾]|[A-Za-zĐđ]\x{AD}'
                '|[a-z][ÆÇËÎÏÐÑÖØÜÞ]|[a-zA-Z][×÷](?:[a-z\s,.]|$)|[bcdđghklmnpqrstvx]ß|[A-Z]ß[a-z]'
                '|[bcdđghiklmnopqrstuvxy][ÈÉÊÌÒÓÔÕÝ](?:[acimnoptuy]|ch|ng|nh)(?:\P{L}|$)'
                '|(?:^|\P{L})(?i:b|ch?|[dđ]|gh?|gi|h|kh?|l|m|ng?h?|ph?|qu?|r|s|th?|tr|v|x)[iuy]?[äåæçëîïöøûüþ·](?:[acimnoptuy]|ch|ng|nh)?(?:\P{L}|$)'
                '|(?:^|\P{L})(?i:b|ch?|[dđ]|g|l|ng?|ph|r|s|th?|tr|v|x)ñ(?:[acimnptuy]|ng|nh)?(?:\P{L}|$)'
            ) then 'phông TCVN3'
        end as found,
    from suspects
)

select
    office_id,
    officer_id,
    case_id,
    string_agg(part || ': ' || found, ', ' order by part) as found,
from judged
where found is not null
group by all
