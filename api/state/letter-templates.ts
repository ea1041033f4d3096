import {vietnamMoment} from '../../warehouse/moments.ts';
import {mustHaveSeen} from '../board/seen.ts';
import type {Actor} from './accounts.ts';
import {writeAudit} from './audit.ts';
import type {Store} from './store.ts';

/** The template of a letter as somebody left it. */
export interface KeptTemplate {
  id: number;
  letter: string;
  /** Null where they went back to the one that comes with the program. */
  text: string | null;
  reason: string;
  at: string;
  actor: string;
  role: string;
}

/** Every template a letter had, the newest first. */
export const templatesOf = ({db}: Store, letter: string): KeptTemplate[] =>
  db
    .prepare(
      'select id, letter, text, reason, at, actor, role from letter_templates where letter = ? order by id desc',
    )
    .all(letter)
    .map((row) => ({...row}) as unknown as KeptTemplate);

/** The template that people left last; undefined where nobody ever changed it. */
export const templateInForce = (store: Store, letter: string): KeptTemplate | undefined =>
  templatesOf(store, letter)[0];

/** Puts another template in force, with its entry in the audit log. */
export function keepTemplate(
  store: Store,
  {letter, text, reason}: Pick<KeptTemplate, 'letter' | 'text' | 'reason'>,
  {seen, by, now}: {seen: number; by: Actor; now: Date},
): void {
  store.transaction(() => {
    const last = templateInForce(store, letter);
    mustHaveSeen(seen, last && {...last, what: 'sửa mẫu này'});
    const {lastInsertRowid} = store.db
      .prepare(
        'insert into letter_templates (letter, text, reason, at, actor, role) values (?, ?, ?, ?, ?, ?)',
      )
      .run(letter, text, reason, vietnamMoment(now), by.actor, by.role);
    const details = {template: Number(lastInsertRowid), is_shipped: text === null, reason};
    writeAudit(
      store,
      {...by, action: 'letter.template', subject: `letter:${letter}`, details, outcome: 'done'},
      now,
    );
  });
}
