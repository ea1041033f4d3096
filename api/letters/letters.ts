import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Words} from '../../warehouse/metrics.ts';
import {ApiError} from '../errors.ts';
import type {Person} from '../identity.ts';
import type {Paper} from '../papers/paper.ts';
import type {Role} from '../roles.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';
import {minutesWords, readMinutes} from './award-minutes.ts';
import {readSubmission, submissionWords} from './award-submission.ts';
import {criticismWords, readCriticism} from './criticism.ts';
import {paperOf} from './letter-text.ts';
import type {LetterFacts, Vocabulary} from './letter.ts';
import {readReminder, reminderWords} from './reminder.ts';
import {readTemplate} from './template.ts';

/** What a letter's values are read from, and for whom. */
export interface LetterWorld {
  versions: Versions;
  store: Store;
  person: Pick<Person, 'role' | 'province'>;
}

/** What a letter may be asked about. */
export interface AskedLetter {
  unit?: string | undefined;
  campaign?: string | undefined;
}

/** A letter that is drafted from a template. */
export interface Letter {
  name: Words;
  /** The official letter it is written after. */
  source: string;
  takes: 'unit' | 'campaign' | null;
  /** Who may have it written. */
  readers: readonly Role[];
  /** Who may change its template. */
  editors: readonly Role[];
  vocabulary: Vocabulary;
  read(world: LetterWorld, asked: AskedLetter): Promise<LetterFacts>;
}

/** Every letter, by the name of its template. */
export const letters = {
  criticism: {
    name: {vi: 'Công văn phê bình về dữ liệu tiền', en: 'Letter of criticism for money data'},
    source: 'Công văn kiểm tra, hoàn thiện dữ liệu trên Nền tảng số (tháng 4/2026)',
    takes: null,
    readers: ['lanh_dao'],
    editors: ['lanh_dao'],
    vocabulary: criticismWords,
    read: readCriticism,
  },
  reminder: {
    name: {vi: 'Công văn đôn đốc một đơn vị', en: 'Reminder to one unit'},
    source: 'Công văn kiểm tra, hoàn thiện dữ liệu trên Nền tảng số (tháng 4/2026)',
    takes: 'unit',
    readers: ['lanh_dao', 'tinh'],
    editors: ['lanh_dao'],
    vocabulary: reminderWords,
    read: readReminder,
  },
  'award-submission': {
    name: {vi: 'Tờ trình đề nghị khen thưởng', en: 'Submission for awards'},
    source: 'Công văn hướng dẫn xét, đề nghị khen thưởng, mục 2',
    takes: 'campaign',
    readers: ['hoi_dong', 'lanh_dao'],
    editors: ['hoi_dong'],
    vocabulary: submissionWords,
    read: readSubmission,
  },
  'award-minutes': {
    name: {vi: 'Biên bản họp bình xét khen thưởng', en: 'Minutes of the awards board'},
    source: 'Công văn hướng dẫn xét, đề nghị khen thưởng, mục 2',
    takes: 'campaign',
    readers: ['hoi_dong', 'lanh_dao'],
    editors: ['hoi_dong'],
    vocabulary: minutesWords,
    read: readMinutes,
  },
} as const satisfies Record<string, Letter>;

export type LetterId = keyof typeof letters;

export const letterIds = Object.keys(letters) as [LetterId, ...LetterId[]];

/** The template that comes with the program. */
export const shippedTemplate = (id: LetterId): string =>
  readFileSync(join(import.meta.dirname, 'templates', `${id}.liquid`), 'utf8');

/** The letter that a template makes of what the API knows tonight; nothing in it is left blank. */
export async function writeLetter(
  id: LetterId,
  template: string,
  world: LetterWorld,
  asked: AskedLetter,
): Promise<Paper> {
  const letter: Letter = letters[id];
  if (!letter.readers.includes(world.person.role)) {
    throw new ApiError(
      'not_permitted',
      `Vai trò của bạn không lập ${letter.name.vi.toLocaleLowerCase('vi')}.`,
    );
  }
  const read = readTemplate(template, letter.vocabulary);
  const facts = await letter.read(world, asked);
  return paperOf(read.write(facts), facts);
}
