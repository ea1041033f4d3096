import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';

/** A rest: nobody is told that a unit, or any unit, breaks a rule until a day is over. */
export interface Snooze {
  rule: string;
  /** Null is every unit. */
  unit_id: string | null;
  until: string;
  reason: string;
  at: string;
  actor: string;
}

/** The rests in force on a day. */
export function snoozesOn({db}: Store, day: string): Snooze[] {
  return db
    .prepare(
      `select rule, unit_id, until, reason, at, actor
       from alert_snoozes as snoozes
       where until >= ?
           and id = (
               select max(id) from alert_snoozes
               where rule = snoozes.rule and unit_id is snoozes.unit_id
           )
       order by id`,
    )
    .all(day)
    .map((row) => row as unknown as Snooze);
}

/** Gives a rule a rest, or ends one by `until: null`. */
export function snooze(
  store: Store,
  {
    rule,
    unit_id,
    until,
    reason,
  }: {rule: string; unit_id: string | null; until: string | null; reason: string},
  by: Actor,
  now: Date,
): void {
  store.transaction(() => {
    store.db
      .prepare(
        'insert into alert_snoozes (rule, unit_id, until, reason, at, actor) values (?, ?, ?, ?, ?, ?)',
      )
      .run(rule, unit_id, until, reason, vietnamMoment(now), by.actor);
    const details = {unit_id, until, reason};
    writeAudit(
      store,
      {...by, action: 'alert.snooze', subject: `alert:${rule}`, details, outcome: 'done'},
      now,
    );
  });
}

/** The rest that a unit has from a rule, its own before everybody's. */
export const snoozeOf = (
  snoozes: readonly Snooze[],
  {rule, unit_id}: {rule: string; unit_id: string},
): Snooze | undefined =>
  snoozes.find((one) => one.rule === rule && one.unit_id === unit_id) ??
  snoozes.find((one) => one.rule === rule && one.unit_id === null);
