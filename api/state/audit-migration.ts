import type {Migration} from './migrations.ts';

/** One row is one thing a person, a token or the program did. Rows are added and never changed. */
export const auditMigration: Migration = {
  name: 'audit',
  sql: `
    create table audit (
        id            integer primary key,
        at            text not null,
        actor         text not null,
        role          text not null,
        scope         text not null,
        action        text not null,
        subject       text not null,
        details       text not null check (json_valid(details)),
        rows          integer,
        outcome       text not null check (outcome in ('begun', 'done', 'refused', 'failed')),
        previous_hash text not null,
        hash          text not null unique
    ) strict;

    create index audit_by_subject on audit (subject, at);
    create index audit_by_actor on audit (actor, at);
    create index audit_by_time on audit (at);

    create trigger audit_is_never_changed before update on audit
    begin
        select raise(abort, 'Nhật ký chỉ được ghi thêm, không được sửa.');
    end;

    create trigger audit_is_never_cut before delete on audit
    begin
        select raise(abort, 'Nhật ký chỉ được ghi thêm, không được xóa.');
    end;
  `,
};
