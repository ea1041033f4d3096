import type {Migration} from './migrations.ts';

/** Queries that people keep. A text that was kept stays: a change is one more version of it. */
export const queriesMigration: Migration = {
  name: 'queries',
  sql: `
    create table saved_queries (
        id         text primary key,
        owner      text not null,
        name       text not null,
        is_shared  integer not null default 0 check (is_shared in (0, 1)),
        created_at text not null,
        deleted_at text
    ) strict;

    create index saved_queries_by_owner on saved_queries (owner);

    create table saved_query_versions (
        query_id   text not null references saved_queries (id),
        version    integer not null,
        sql        text not null,
        parameters text not null check (json_valid(parameters)),
        saved_at   text not null,
        saved_by   text not null,
        primary key (query_id, version)
    ) strict;

    create trigger saved_query_versions_are_never_changed before update on saved_query_versions
    begin
        select raise(abort, 'Một bản của câu SQL đã lưu không được sửa.');
    end;
  `,
};
