import {vietnamMoment} from '../../warehouse/moments.ts';
import {ApiError} from '../errors.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';

/** Work as it was given: the offences of a rule at a unit, to an officer or to the unit as a whole. */
export interface Assignment {
  id: number;
  unit_id: string;
  province_id: string;
  rule: string;
  /** Empty is the unit as a whole. */
  officer_id: string;
  due_on: string;
  note: string;
  /** The night on which there was something to put right. */
  night: string;
  at: string;
  actor: string;
  /** When, by whom and on which night it was last said to be done. */
  reported_at: string | null;
  reported_by: string | null;
  reported_night: string | null;
}

/** Work about to be given. */
export type NewAssignment = Pick<
  Assignment,
  'unit_id' | 'province_id' | 'rule' | 'officer_id' | 'due_on' | 'note' | 'night'
>;

/** What a night found of given work: of its offences, how many are still open, put right, and back again. */
export interface Outcome {
  open: number;
  fixed: number;
  came_back: number;
}

/** Where given work stands. Only a night closes it. */
export type AssignmentState = 'assigned' | 'awaiting_night' | 'closed' | 'came_back';

/** How often work was given or reported: what is kept under a smaller number may be out of date. */
export const workRevision = ({db}: Store): number =>
  Number(
    db
      .prepare(
        'select (select count(*) from assignments) + (select count(*) from assignment_reports) as revision',
      )
      .get()!['revision'],
  );

/** The work in force, of a province or of all, what is due first before the rest. */
export function listAssignments({db}: Store, province: string | null): Assignment[] {
  return db
    .prepare(
      `select ${columns}
       from assignments
       left join assignment_reports on assignment_reports.id = (
           select max(id) from assignment_reports where assignment_id = assignments.id
       )
       where assignments.id in (select max(id) from assignments group by unit_id, rule, officer_id)
           and (:province is null or province_id = :province)
       order by due_on, assignments.id`,
    )
    .all({province})
    .map((row) => ({...row}) as unknown as Assignment);
}

/** Gives work, or gives it anew with another date or note. */
export function assign(store: Store, wanted: NewAssignment, {by, now}: {by: Actor; now: Date}): number {
  const {unit_id, province_id, rule, officer_id, due_on, note, night} = wanted;
  return store.transaction(() => {
    const {lastInsertRowid} = store.db
      .prepare(
        `insert into assignments (unit_id, province_id, rule, officer_id, due_on, note, night, at, actor, role)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        unit_id,
        province_id,
        rule,
        officer_id,
        due_on,
        note,
        night,
        vietnamMoment(now),
        by.actor,
        by.role,
      );
    const id = Number(lastInsertRowid);
    const details = {unit: unit_id, rule, officer: officer_id || null, due_on, note, night};
    writeAudit(
      store,
      {...by, action: 'work.assign', subject: `assignment:${id}`, details, outcome: 'done'},
      now,
    );
    return id;
  });
}

/** Takes in that work is done; the next night checks it. Once between two nights is enough. */
export function reportDone(
  store: Store,
  id: number,
  {night, province}: {night: string; province: string | null},
  {by, now}: {by: Actor; now: Date},
): void {
  store.transaction(() => {
    const work = listAssignments(store, province).find((one) => one.id === id);
    if (!work) {
      throw new ApiError('unknown_assignment', 'Không có việc mang số này, hoặc việc đã được giao lại.');
    }
    if (work.reported_night === night) {
      throw new ApiError(
        'changed_meanwhile',
        `${work.reported_by} đã báo xong việc này; đêm tới hệ thống kiểm tra.`,
      );
    }
    store.db
      .prepare(
        'insert into assignment_reports (assignment_id, night, at, actor, role) values (?, ?, ?, ?, ?)',
      )
      .run(id, night, vietnamMoment(now), by.actor, by.role);
    writeAudit(
      store,
      {...by, action: 'work.report', subject: `assignment:${id}`, details: {night}, outcome: 'done'},
      now,
    );
  });
}

/** Where work stands on a night: what was said waits for the next night, and only a night says that it is so. */
export function stateOf(
  {reported_night}: Pick<Assignment, 'reported_night'>,
  {open, came_back}: Outcome,
  night: string,
): AssignmentState {
  if (open === 0 && came_back === 0) return 'closed';
  if (reported_night !== null && reported_night >= night) return 'awaiting_night';
  return came_back > 0 ? 'came_back' : 'assigned';
}

const columns = `assignments.id, unit_id, province_id, rule, officer_id, due_on, note, assignments.night, assignments.at,
    assignments.actor, assignment_reports.at as reported_at, assignment_reports.actor as reported_by,
    assignment_reports.night as reported_night`;
