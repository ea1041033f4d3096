import {ApiError} from '../errors.ts';
import type {Block, Paper} from '../papers/paper.ts';
import {Missing, type LetterFacts} from './letter.ts';
import {tableMark, valueMark} from './template.ts';

/** What stands above and below the text of a letter: one line each, above the line `---`. */
const headLines = {
  'Ký hiệu': 'symbol',
  'Tên loại': 'title',
  'Trích yếu': 'subtitle',
  'V/v': 'about',
  'Kính gửi': 'recipients',
  Ký: 'signature',
  'Ký bên trái': 'countersignature',
  'Nơi nhận': 'copies',
  Lưu: 'kept',
} as const;
type HeadLine = keyof typeof headLines;
type Head = Partial<Record<(typeof headLines)[HeadLine], string[]>>;

/** The paper that a written letter is: its head, then paragraphs, headings (`# `) and tables. */
export function paperOf(written: string, facts: LetterFacts): Paper {
  const lines = written.split('\n');
  const end = lines.findIndex((line) => line.trim() === '---');
  if (end < 0) {
    throw unreadable('Mẫu thiếu dòng “---” giữa phần đầu (V/v, Kính gửi, Ký, Nơi nhận) và nội dung.');
  }
  const {symbol, title, subtitle, about, recipients, signature, countersignature, copies, kept} = readHead(
    lines.slice(0, end),
  );
  if (title === undefined && about === undefined) {
    throw unreadable(
      'Phần đầu của mẫu cần một dòng “V/v: …” (công văn) hoặc “Tên loại: …” (tờ trình, biên bản).',
    );
  }
  if (signature === undefined) throw unreadable('Phần đầu của mẫu cần dòng “Ký: …”.');
  const {name, agency, stamp} = facts;
  return {
    name,
    agency: symbol === undefined ? agency : {...agency, symbol: symbol.join(' ')},
    orientation: 'portrait',
    ...(title && {title: title.join(' ')}),
    ...(subtitle && {subtitle: subtitle.join(' ')}),
    ...(about && {about: about.join(' ')}),
    ...(recipients && {recipients}),
    blocks: blocksIn(lines.slice(end + 1), facts),
    signature,
    ...(countersignature && {countersignature}),
    ...(copies && {copies}),
    ...(kept && {kept: kept.join(' ')}),
    stamp,
  };
}

/** The lines of the head; those that may have several values come once for each. */
function readHead(lines: readonly string[]): Head {
  const head: Head = {};
  for (const line of lines) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!Object.hasOwn(headLines, name)) {
      throw unreadable(
        `Phần đầu của mẫu không nhận dòng “${line.trim().slice(0, 60)}”; chỉ nhận ${Object.keys(headLines).join(', ')}, mỗi dòng một mục, sau tên là dấu hai chấm.`,
      );
    }
    const value = line.slice(colon + 1).trim();
    if (unmarked(value).trim() === '') throw unreadable(`Mục “${name}” ở phần đầu của mẫu đang trống.`);
    (head[headLines[name as HeadLine]] ??= []).push(unmarked(value));
  }
  return head;
}

/** An empty line ends a paragraph, and so does a line that begins with a dash or a plus. */
function blocksIn(lines: readonly string[], {tables}: LetterFacts): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({block: 'paragraph', text: unmarked(open.join(' '))});
    open = [];
  };
  for (const line of lines.map((one) => one.trim())) {
    if (line.startsWith(tableMark)) {
      close();
      const table = tables[line.slice(tableMark.length)];
      if (table !== undefined && !(table instanceof Missing)) blocks.push({block: 'table', ...table});
    } else if (line.startsWith('# ')) {
      close();
      blocks.push({block: 'heading', text: unmarked(line.slice(2))});
    } else if (line === '') {
      close();
    } else {
      if (/^[-+] /.test(line)) close();
      open.push(line);
    }
  }
  close();
  if (blocks.length === 0) throw unreadable('Mẫu chưa có nội dung dưới dòng “---”.');
  return blocks;
}

const unmarked = (text: string) => text.replaceAll(valueMark, '');

const unreadable = (sentence: string) => new ApiError('letter_template', sentence);
