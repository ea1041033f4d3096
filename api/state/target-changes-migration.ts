import type {Migration} from './migrations.ts';

/** Targets, deadlines and days off that people change between two releases, because a letter did. */
export const targetChangesMigration: Migration = {
  name: 'target changes',
  sql: `
    -- One row is one change that somebody proposed with its letter, and what a second person made of it.
    create table target_changes (
        id              integer primary key,
        kind            text not null check (kind in ('target', 'holiday', 'make_up_day')),
        -- As JSON: the row of reference as it is to be.
        content         text not null check (json_valid(content)),
        reason          text not null,
        proposed_at     text not null,
        proposed_by     text not null,
        proposed_role   text not null,
        state           text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected')),
        decided_at      text,
        decided_by      text,
        decision_reason text,
        check ((state = 'proposed') = (decided_at is null)),
        check ((state = 'proposed') = (decided_by is null)),
        check (decided_by is null or decided_by <> proposed_by)
    ) strict;

    create trigger target_changes_are_decided_once before update on target_changes when old.state <> 'proposed'
    begin
        select raise(abort, 'Thay đổi này đã được quyết định, không sửa được nữa.');
    end;

    create trigger target_changes_stay_as_written
    before update of kind, content, reason, proposed_at, proposed_by, proposed_role on target_changes
    begin
        select raise(abort, 'Nội dung đã ghi không được sửa.');
    end;

    create trigger target_changes_are_never_cut before delete on target_changes
    begin
        select raise(abort, 'Thay đổi đã ghi không được xóa.');
    end;
  `,
};
