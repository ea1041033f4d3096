-- A file offends when the debtor's identifier is present and is neither 12 digits (a person) nor 10, or 10-3, digits (an organisation) (2-metrics § 2.4).
-- What was entered is personal data: only its length is told.
select
    office_id,
    officer_id,
    case_id,
    'số định danh người phải thi hành án có ' || length(regexp_replace(debtor_identifier, '[^0-9]', '', 'g')) || ' chữ số'
        || if(regexp_matches(debtor_identifier, '[^0-9]'), ', lẫn ký tự khác', '') as found,
from marts.case_files
where is_live
    and not regexp_full_match(debtor_identifier, '[0-9]{12}|[0-9]{10}(-[0-9]{3})?')
    -- Blank is absent, not wrong.
    and regexp_matches(debtor_identifier, '[^\s\p{Z}]')
