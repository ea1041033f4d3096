import type {z} from 'zod';
import type {Words} from '../answers.ts';
import type {Person} from '../identity.ts';
import type {paperQuery} from '../paper-schemas.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';
import type {Paper} from './paper.ts';

/** A paper that people can ask for: what it is called, who may have it, and how it is composed. */
export interface OfferedPaper {
  /** Its place in the address: `/papers/fix-list`. */
  id: string;
  /** What goes with a letter, or a letter itself. */
  kind: 'annex' | 'letter';
  /** What it is needed for; papers are listed by it. */
  purpose: PaperPurpose;
  name: Words;
  /** The official letter that asks for it, or whose form it has. */
  follows: string;
  /** The routes that its figures come from, as in permissions.ts: who may ask them all may have the paper. */
  reads: readonly string[];
  /** What it is asked about; the rest is refused. */
  takes: readonly PaperParameter[];
  formats: readonly PaperFormat[];
  compose(this: void, asked: AskedPaper, world: PaperWorld): Promise<Paper>;
}

export const paperPurposes = ['entries', 'reports', 'quality', 'awards'] as const;
export type PaperPurpose = (typeof paperPurposes)[number];

/** As what a paper can be had: a page to look at, or a file. */
export const paperFormats = ['html', 'docx', 'pdf', 'xlsx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** What a paper is asked about, read and checked. */
export type AskedPaper = Omit<z.output<typeof paperQuery>, 'format'>;
export type PaperParameter = keyof AskedPaper;

/** What a paper is composed of: whoever asks sees in it what they see on the screen, and no more. */
export interface PaperWorld {
  versions: Versions;
  store: Store;
  person: Person;
}
