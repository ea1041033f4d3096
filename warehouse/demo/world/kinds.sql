-- What can be wrong with the words and dates of a file, and with its money.
create type demo.flaw as enum (
    'none', 'accepted_after_entered', 'judgment_after_acceptance', 'decision_before_judgment', 'date_in_future',
    'missing_judgment', 'missing_decision', 'missing_debtor', 'missing_officer', 'missing_case_type',
    'placeholder_text', 'damaged_text', 'bad_identifier', 'untidy_text', 'unknown_reference'
);
create type demo.gap as enum ('no_item', 'hollow', 'empty', 'partial', 'unbalanced', 'negative');
