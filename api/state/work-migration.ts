import type {Migration} from './migrations.ts';

/** What was given to whom to put right, and what they said of it; whether it is put right, only a night knows. */
export const workMigration: Migration = {
  name: 'work',
  sql: `
    -- One row is the offences of a rule at a unit, as somebody gave them to an officer or to the unit: a change is one
    -- more row, and the latest of a unit, rule and officer is in force.
    create table assignments (
        id          integer primary key,
        unit_id     text not null,
        province_id text not null,
        rule        text not null,
        -- Empty is the unit as a whole.
        officer_id  text not null,
        due_on      text not null,
        note        text not null,
        -- The night on which there was something to put right.
        night       text not null,
        at          text not null,
        actor       text not null,
        role        text not null
    ) strict;

    create index assignments_by_work on assignments (unit_id, rule, officer_id);

    -- One row is somebody saying that the work is done, before the night that is to check it.
    create table assignment_reports (
        id            integer primary key,
        assignment_id integer not null references assignments (id),
        -- The latest night when it was said.
        night         text not null,
        at            text not null,
        actor         text not null,
        role          text not null
    ) strict;

    create index assignment_reports_by_assignment on assignment_reports (assignment_id);

    ${['assignments', 'assignment_reports'].map(onlyAdded).join('\n')}
  `,
};

function onlyAdded(table: string): string {
  return `
    create trigger ${table}_are_never_changed before update on ${table}
    begin
        select raise(abort, 'Việc đã giao chỉ được ghi thêm, không được sửa.');
    end;

    create trigger ${table}_are_never_cut before delete on ${table}
    begin
        select raise(abort, 'Việc đã giao chỉ được ghi thêm, không được xóa.');
    end;`;
}
