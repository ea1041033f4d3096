import type {Migration} from './migrations.ts';

/** Rules that watch figures, who is written to, and what became of each letter. */
export const bulletinsMigration: Migration = {
  name: 'bulletins',
  sql: `
    -- One row is a rule as somebody left it: a change is one more revision.
    create table alert_rules (
        id         integer not null,
        revision   integer not null check (revision > 0),
        metric     text not null,
        level      text not null check (level in ('nation', 'province', 'office')),
        within     text not null,
        comparison text not null check (comparison in ('below', 'above')),
        threshold  real not null,
        deadline   text,
        lead_days  integer check (lead_days >= 0),
        audience   text not null check (audience in ('province', 'leadership', 'both')),
        note       text not null,
        is_active  integer not null check (is_active in (0, 1)),
        at         text not null,
        actor      text not null,
        primary key (id, revision),
        check (lead_days is null or deadline is not null)
    ) strict;

    create trigger alert_rules_are_never_changed before update on alert_rules
    begin
        select raise(abort, 'Một bản của quy tắc cảnh báo không được sửa; hãy ghi bản mới.');
    end;

    -- One row is a rest given to a rule, or ended before its time: the latest of a rule and a unit is in force.
    create table alert_snoozes (
        id      integer primary key,
        -- A number of alert_rules, or the name of a rule that a letter makes.
        rule    text not null,
        -- Null is every unit.
        unit_id text,
        -- The last day of the rest; null ends it.
        until   text,
        reason  text not null,
        at      text not null,
        actor   text not null
    ) strict;

    create table bulletin_subscriptions (
        id         integer primary key,
        account    text not null references accounts (id),
        bulletin   text not null check (bulletin in ('weekly', 'province', 'alerts')),
        address    text,
        quiet_from text,
        quiet_to   text,
        is_on      integer not null check (is_on in (0, 1)),
        since      text not null,
        changed_at text not null,
        changed_by text not null,
        unique (account, bulletin),
        check ((quiet_from is null) = (quiet_to is null))
    ) strict;

    -- One row is one bulletin for one subscription on one occasion, and what became of it so far.
    create table bulletin_mailings (
        id              integer primary key,
        subscription_id integer not null references bulletin_subscriptions (id),
        -- The Monday of a weekly bulletin, the night of a digest.
        occasion        text not null,
        unit_id         text not null,
        night           text not null,
        version         text not null,
        address         text,
        state           text not null check (state in ('sending', 'sent', 'failed', 'not_sent')),
        reason          text,
        attempts        integer not null,
        at              text not null,
        unique (subscription_id, occasion)
    ) strict;

    -- One row is one unit that a digest told of.
    create table alerts_told (
        mailing_id integer not null references bulletin_mailings (id),
        rule       text not null,
        revision   integer not null,
        metric     text not null,
        level      text not null,
        unit_id    text not null,
        unit_name  text not null,
        comparison text not null,
        threshold  real not null,
        value      real not null,
        -- The first night of the spell.
        since      text not null,
        primary key (mailing_id, rule, unit_id)
    ) strict;

    create index alerts_told_by_rule on alerts_told (rule, unit_id);
  `,
};
