import {Liquid, type TagToken, type Template as Parsed} from 'liquidjs';
import {ApiError} from '../errors.ts';
import {printable} from '../papers/wording.ts';
import {Missing, type LetterFacts, type Told, type Vocabulary} from './letter.ts';

/** More than the longest letter takes. */
export const longestTemplate = 30_000;
const longestLetter = 200_000;

/** Stands before each value in a written letter, so that no value can begin a line as a heading or a table does. */
export const valueMark = '\u2060';
/** Stands before the name of a table in a written letter; neither a template nor a value can hold it. */
export const tableMark = '\ue000';

const conditions = ['if', 'unless', 'comment'];

/** A template that can be read and names nothing that its letter does not have. */
export interface Template {
  /** The text of the letter, value by value; stops at a value that is missing. */
  write(facts: LetterFacts): string;
}

/** Reads a template; one that cannot be read is refused with the line and a sentence for whoever wrote it. */
export function readTemplate(text: string, vocabulary: Vocabulary): Template {
  const language = languageOf(vocabulary);
  const source = cleaned(text);
  const parsed = reading(() => language.parse(source));
  reading(() => mustKnowNames(language, parsed, vocabulary));
  return {
    write(facts) {
      const written = reading(() => language.renderSync(parsed, scopeOf(facts, vocabulary)) as string);
      for (const name of tablesIn(written)) mustHaveTable(name, facts, vocabulary);
      if (written.length > longestLetter) throw unreadable('Văn bản dài quá mức một công văn.');
      return written;
    },
  };
}

/** Conditions, values and tables; no loop, no filter, no file, so that a template ends and reaches nothing else. */
function languageOf({tables}: Vocabulary): Liquid {
  const language = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    templates: {},
    parseLimit: longestTemplate,
    renderLimit: 1_000,
    memoryLimit: 1_000_000,
    outputEscape: worded,
  });
  for (const name of Object.keys(language.filters)) delete language.filters[name];
  for (const name of Object.keys(language.tags)) if (!conditions.includes(name)) delete language.tags[name];
  language.registerTag('bang', {
    parse({args}: TagToken) {
      this['named'] = args.trim();
      if (!Object.hasOwn(tables, String(this['named']))) {
        throw new Error(`không có bảng “${args.trim()}”; các bảng là ${listed(Object.keys(tables))}`);
      }
    },
    render() {
      return `\n${tableMark}${String(this['named'])}\n`;
    },
  });
  return language;
}

/** The template without what has no shape of its own; the marks are among these. */
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .normalize('NFC');

/** A value as it is written. */
function worded(value: unknown): string {
  if (typeof value === 'string') return valueMark + printable(value);
  throw new Error(
    typeof value === 'boolean'
      ? 'giá trị có hay không chỉ dùng làm điều kiện: {% if … %}'
      : 'trong {{ … }} chỉ được có tên một giá trị',
  );
}

/** Refuses names that the letter does not have, wherever they stand, also where tonight nobody would come. */
function mustKnowNames(language: Liquid, parsed: Parsed[], vocabulary: Vocabulary): void {
  const known = meaningsIn(vocabulary);
  const {variables} = language.analyzeSync(parsed, {partials: false});
  for (const {segments, location} of Object.values(variables).flat()) {
    const [name] = segments;
    if (segments.length === 1 && typeof name === 'string' && Object.hasOwn(known, name)) continue;
    throw unreadable(
      `Không có giá trị “${segments.map(String).join('.')}”; xem danh sách các giá trị của văn bản này.`,
      {line: location.row, column: location.col},
    );
  }
}

/** The values by their names; looking at one that is missing stops the letter. */
function scopeOf({values}: LetterFacts, vocabulary: Vocabulary): object {
  const meanings = meaningsIn(vocabulary);
  const scope = Object.create(null) as object;
  for (const [name, told] of Object.entries<Told>(values)) {
    Object.defineProperty(scope, name, {
      get(): string | boolean {
        if (told instanceof Missing) throw incomplete(meanings[name] ?? name, name, told);
        return told;
      },
    });
  }
  return scope;
}

const meaningsIn = ({values, conditions}: Vocabulary): Vocabulary['values'] => ({...values, ...conditions});

/** The names of the tables in a written letter, in their order. */
const tablesIn = (written: string): string[] =>
  written.split('\n').flatMap((line) => (line.startsWith(tableMark) ? [line.slice(tableMark.length)] : []));

function mustHaveTable(name: string, {tables}: LetterFacts, {tables: meanings}: Vocabulary): void {
  const table = tables[name];
  if (table instanceof Missing) throw incomplete(meanings[name] ?? name, name, table);
}

const incomplete = (meaning: string, name: string, {sentence}: Missing): ApiError =>
  new ApiError('letter_incomplete', `Chưa lập được văn bản, vì thiếu “${meaning}” (${name}). ${sentence}`);

/** Says what Liquid complains of in our words. */
function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (error instanceof RangeError) throw unreadable('Các điều kiện lồng nhau quá sâu.');
    if (!(error instanceof Error)) throw error;
    const cause = (error as {originalError?: unknown}).originalError;
    if (cause instanceof ApiError) throw cause;
    const {token} = error as {token?: {getPosition?(): [number, number]}};
    const [line, column] = token?.getPosition?.() ?? [];
    throw unreadable(sentenceOf(error.message), {line, column});
  }
}

const unreadable = (sentence: string, place: {line?: number | undefined; column?: number | undefined} = {}) =>
  new ApiError(
    'letter_template',
    place.line === undefined ? sentence : `Dòng ${place.line}: ${lowered(sentence)}`,
    place,
  );

const lowered = (sentence: string) => sentence.charAt(0).toLocaleLowerCase('vi') + sentence.slice(1);

/** What Liquid says, by the beginning of it. */
const complaints: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^(?:tag|output) "?(.+?)"? not closed/s, (found) => `${found} chưa được đóng lại.`],
  [/^tag "(.+)" not found/, (found) => `Không có lệnh “${found}”; chỉ có if, unless, comment và bang.`],
  [
    /^undefined filter: (\S+?),/,
    (found) => `Không dùng được “| ${found}”; giá trị được viết sẵn, không cần sửa.`,
  ],
  [/^parse length limit/, () => `Mẫu dài quá ${longestTemplate.toLocaleString('vi-VN')} ký tự.`],
  [/limit exceeded/, () => 'Mẫu đòi máy tính làm quá nhiều việc.'],
  [/^((?:không|giá trị|trong) .+?)(?:, line:|$)/s, (found) => `${found}.`],
];

function sentenceOf(complaint: string): string {
  for (const [pattern, words] of complaints) {
    const found = pattern.exec(complaint);
    if (found) return words(printable(found[1] ?? '').slice(0, 80 * 4));
  }
  return 'Không đọc được; trong {{ … }} là tên một giá trị, trong {% … %} là if, elsif, else, endif, unless, comment hoặc bang.';
}

const listed = (names: readonly string[]) => (names.length === 0 ? 'không có bảng nào' : names.join(', '));
