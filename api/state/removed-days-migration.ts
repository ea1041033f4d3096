import type {Migration} from './migrations.ts';

/** A day off may be taken back as well: the list of kinds is part of the table, so the table is made anew with its rows. */
export const removedDaysMigration: Migration = {
  name: 'removed days off',
  sql: `
    create table target_changes_of_more_kinds (
        id              integer primary key,
        kind            text not null check (kind in ('target', 'holiday', 'make_up_day', 'removed_day_off')),
        -- As JSON: the row of reference as it is to be, or the day that is no longer to be there.
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

    insert into target_changes_of_more_kinds (
        id, kind, content, reason, proposed_at, proposed_by, proposed_role,
        state, decided_at, decided_by, decision_reason
    )
    select
        id, kind, content, reason, proposed_at, proposed_by, proposed_role,
        state, decided_at, decided_by, decision_reason
    from target_changes;

    -- Its triggers go with it.
    drop table target_changes;
    alter table target_changes_of_more_kinds rename to target_changes;

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
