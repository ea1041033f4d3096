import type {Migration} from './migrations.ts';

/** Which case files an entry of the audit log gave personal data of: who saw a file, and when (6-security § 6.4). */
export const looksMigration: Migration = {
  name: 'looks',
  sql: `
    create table looks (
        entry   integer not null references audit (id),
        -- Null where the rows do not say whose they are: then it may have been any.
        case_id text
    ) strict;
    create index looks_by_case on looks (case_id, entry);

    create trigger looks_are_not_changed before update on looks
    begin select raise(abort, 'looks are only added'); end;
    create trigger looks_are_not_removed before delete on looks
    begin select raise(abort, 'looks are only added'); end;
  `,
};
