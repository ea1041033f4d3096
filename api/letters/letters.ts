import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {OfferedPaper, PaperWorld} from '../papers/offered.ts';
import type {Paper} from '../papers/paper.ts';
import {templateInForce} from '../state/letter-templates.ts';
import type {Store} from '../state/store.ts';
import {minutes} from './award-minutes.ts';
import {submission} from './award-submission.ts';
import {criticism} from './criticism.ts';
import {paperOf} from './letter-text.ts';
import type {AskedLetter, Letter} from './letter.ts';
import {reminder} from './reminder.ts';
import {readTemplate} from './template.ts';

/** Every letter, by its name in addresses, which is that of its template too. */
export const letters = {
  'criticism-letter': criticism,
  'reminder-letter': reminder,
  'award-submission': submission,
  'award-minutes': minutes,
} as const satisfies Record<string, Letter>;

export type LetterId = keyof typeof letters;

export const letterIds = Object.keys(letters) as LetterId[];

/** The letters as papers that can be asked for. */
export const letterPapers: readonly OfferedPaper[] = letterIds.map((id) => {
  const {name, purpose, follows, reads, takes} = letters[id];
  return {
    id,
    kind: 'letter',
    purpose,
    name,
    follows,
    reads,
    takes,
    formats: ['html', 'docx', 'pdf'],
    compose: (asked, world) => writeLetter(id, textInForce(id, world.store), asked, world),
  };
});

/** The letter that a template makes of what the API knows tonight; nothing in it is left blank. */
export async function writeLetter(
  id: LetterId,
  text: string,
  asked: AskedLetter,
  world: PaperWorld,
): Promise<Paper> {
  const template = readTemplate(text, letters[id].vocabulary);
  const facts = await letters[id].read(asked, world);
  return paperOf(template.write(facts), facts);
}

/** The template as people left it, or as it comes with the program. */
export const textInForce = (id: LetterId, store: Store): string =>
  templateInForce(store, id)?.text ?? shippedTemplate(id);

/** The template that comes with the program. */
export const shippedTemplate = (id: LetterId): string =>
  readFileSync(join(import.meta.dirname, 'templates', `${id}.liquid`), 'utf8');
