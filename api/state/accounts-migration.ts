import type {Migration} from './migrations.ts';

const roles = `('lanh_dao', 'hoi_dong', 'phan_tich', 'phan_tich_pii', 'tinh', 'quan_tri')`;

/** Who may sign in, who is signed in, and which programs may ask. Secrets are kept as hashes only. */
export const accountsMigration: Migration = {
  name: 'accounts',
  sql: `
    create table accounts (
        id            text primary key,
        full_name     text not null,
        role          text not null check (role in ${roles}),
        province      text,
        -- Null where another system vouches for the person (OpenID Connect).
        password_hash text,
        is_demo       integer not null default 0 check (is_demo in (0, 1)),
        created_at    text not null,
        disabled_at   text,
        check ((role = 'tinh') = (province is not null))
    ) strict;

    create table sessions (
        token_hash text primary key,
        account_id text not null references accounts (id),
        -- Why the person looks at personal data this time.
        purpose    text,
        created_ms integer not null,
        seen_ms    integer not null
    ) strict;

    create index sessions_by_account on sessions (account_id);

    create table tokens (
        id         text primary key,
        name       text not null,
        token_hash text not null unique,
        role       text not null check (role in ${roles}),
        province   text,
        purpose    text,
        created_by text not null,
        created_at text not null,
        -- The last day on which it is taken.
        until      text not null,
        revoked_at text,
        check ((role = 'tinh') = (province is not null))
    ) strict;
  `,
};
