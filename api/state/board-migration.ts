import type {Migration} from './migrations.ts';

/**
 * What the awards board decides. Each table is a history: its rows are added, and of a row only what was still open is
 * ever filled in, once.
 */
export const boardMigration: Migration = {
  name: 'board',
  sql: `
    -- One row is one threshold, or the resolution of the finish, set in the place of the one in reference.
    create table board_rules (
        id          integer primary key,
        campaign_id text not null,
        rule        text not null,
        applies_to  text not null check (applies_to in ('collective', 'individual', 'all')),
        -- As JSON: a rate, a local moment, a resolution, or null where the threshold is taken away.
        value       text not null check (json_valid(value)),
        reason      text not null,
        at          text not null,
        actor       text not null,
        role        text not null
    ) strict;

    -- One row is one ranking that somebody proposed to freeze, whole, and what a second person made of it.
    create table board_freezes (
        id              integer primary key,
        campaign_id     text not null,
        night           text not null,
        is_provisional  integer not null check (is_provisional in (0, 1)),
        version         text not null,
        rules_revision  integer not null,
        parameters      text not null check (json_valid(parameters)),
        -- JSON, gzipped: all that the ranking was made from, and what came of it in canonical order.
        inputs          blob not null,
        standings       blob not null,
        hash            text not null,
        reason          text not null,
        proposed_at     text not null,
        proposed_by     text not null,
        state           text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected')),
        decided_at      text,
        decided_by      text,
        decision_reason text,
        check ((state = 'proposed') = (decided_at is null)),
        check ((state = 'proposed') = (decided_by is null)),
        check (decided_by is null or decided_by <> proposed_by)
    ) strict;

    create unique index one_freeze_is_proposed_at_a_time on board_freezes (campaign_id) where state = 'proposed';

    -- One row is what one unit, or the board for it, says against its place.
    create table board_objections (
        id              integer primary key,
        campaign_id     text not null,
        candidate_kind  text not null check (candidate_kind in ('province', 'office', 'individual')),
        candidate_id    text not null,
        candidate_name  text,
        province_id     text,
        text            text not null,
        evidence        text not null,
        filed_at        text not null,
        filed_by        text not null,
        filed_role      text not null,
        state           text not null default 'filed' check (state in ('filed', 'accepted', 'rejected')),
        decided_at      text,
        decided_by      text,
        decision_reason text,
        check ((state = 'filed') = (decided_at is null)),
        check ((state = 'filed') = (decided_by is null))
    ) strict;

    create index board_objections_by_campaign on board_objections (campaign_id);

    -- One row is one size of a province that the board put in the place of what the platform knows.
    create table board_sizes (
        id          integer primary key,
        campaign_id text not null,
        province_id text not null,
        basis       text not null check (basis in ('regional_offices', 'civil_servants')),
        basis_size  integer not null check (basis_size >= 0),
        source      text not null,
        source_on   text not null,
        at          text not null,
        actor       text not null,
        role        text not null
    ) strict;

    -- One row is one step of a nomination, or one answer about its nominee, who may be nominated twice.
    create table board_steps (
        id            integer primary key,
        campaign_id   text not null,
        nomination_id text not null,
        nominee_id    text not null,
        step          text not null check (step in ('shortlisted', 'taken_off', 'awarded', 'not_awarded', 'answered')),
        matter        text check (matter in ('discipline', 'prosecution', 'inspection', 'verification')),
        answer        text check (answer in ('yes', 'no', 'unknown')),
        source        text,
        source_on     text,
        reason        text,
        at            text not null,
        actor         text not null,
        role          text not null,
        check ((step = 'answered') = (matter is not null)),
        check ((step = 'answered') = (answer is not null))
    ) strict;

    create index board_steps_by_campaign on board_steps (campaign_id);

    ${['board_rules', 'board_sizes', 'board_steps'].map(neverChanged).join('\n')}
    ${neverChangedOnce('board_freezes', 'proposed', [
      'campaign_id',
      'night',
      'is_provisional',
      'version',
      'rules_revision',
      'parameters',
      'inputs',
      'standings',
      'hash',
      'reason',
      'proposed_at',
      'proposed_by',
    ])}
    ${neverChangedOnce('board_objections', 'filed', [
      'campaign_id',
      'candidate_kind',
      'candidate_id',
      'candidate_name',
      'province_id',
      'text',
      'evidence',
      'filed_at',
      'filed_by',
      'filed_role',
    ])}
  `,
};

function neverChanged(table: string): string {
  return `
    create trigger ${table}_is_never_changed before update on ${table}
    begin
        select raise(abort, 'Quyết định của hội đồng chỉ được ghi thêm, không được sửa.');
    end;
    ${neverCut(table)}`;
}

/** What was written stays, and what was open is filled in once. */
function neverChangedOnce(table: string, open: string, columns: readonly string[]): string {
  return `
    create trigger ${table}_is_decided_once before update on ${table} when old.state <> '${open}'
    begin
        select raise(abort, 'Việc này đã được quyết định, không sửa được nữa.');
    end;

    create trigger ${table}_stays_as_written before update of ${columns.join(', ')} on ${table}
    begin
        select raise(abort, 'Nội dung đã ghi không được sửa.');
    end;
    ${neverCut(table)}`;
}

function neverCut(table: string): string {
  return `
    create trigger ${table}_is_never_cut before delete on ${table}
    begin
        select raise(abort, 'Quyết định của hội đồng chỉ được ghi thêm, không được xóa.');
    end;`;
}
