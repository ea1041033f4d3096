import {madeUp, type Cell, type Row} from '../table.ts';
import {numberColumn, type ColumnKind, type Paper, type Stamp, type PaperColumn} from './paper.ts';

const whole = new Intl.NumberFormat('vi-VN', {maximumFractionDigits: 6});
const twoDecimals = new Intl.NumberFormat('vi-VN', {minimumFractionDigits: 2, maximumFractionDigits: 2});

/** Room for a number or a day that the clerk writes in by hand. */
export const leftOpen = '        ';

export const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;

/** A text as it can be printed: what has no shape of its own, or would turn the text round, is left out. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .normalize('NFC');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it can stand in HTML, between tags and in attributes. */
export const escaped = (text: string): string =>
  printable(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

/** A fraction of 1 as the screen has it: 99,56%; only a whole is 100%, only nothing is 0%. */
export function rateWord(value: number | null): string {
  if (value === null) return '–';
  if (value < 0) return `-${rateWord(-value)}`;
  if (value === 0 || value === 1) return `${value * 100}%`;
  const hundredths = Math.round(value * 10_000);
  const told = value < 1 ? Math.min(hundredths, 9_999) : hundredths;
  return `${twoDecimals.format(Math.max(told, 1) / 100)}%`;
}

/** A rate beside the limit it is judged by: what is below or above the limit is not rounded to it. */
export function rateBeside(limit: number, value: number | null): string {
  if (value === null || value === limit || rateWord(value) !== rateWord(limit)) return rateWord(value);
  return rateWord((value < limit ? Math.floor(value * 10_000) : Math.ceil(value * 10_000)) / 10_000);
}

/** A cell as official papers write it: 685.231; 99,56%; 31/03/2026. Nothing is a dash. */
export function wordOf(cell: Cell | undefined, kind: ColumnKind, limit?: number): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  if (kind === 'date') return dayOf(String(cell));
  if (typeof cell === 'string') return printable(cell);
  if (kind !== 'rate') return whole.format(cell);
  return limit === undefined ? rateWord(cell) : rateBeside(limit, cell);
}

/** A cell of a table; a row without a number, that of all the others together, has none. */
export const cellWord = (row: Row, {key, kind, limit}: PaperColumn): string =>
  key === numberColumn.key && row[key] === null ? '' : wordOf(row[key], kind, limit);

/** A day as people write it. */
export const dayOf = (day: string) => day.slice(0, 10).split('-').reverse().join('/');

/** Where the figures come from, for the foot of each page. */
export const sourceLine = ({night, version, rules, demo}: Stamp): string =>
  `Nguồn: Nền tảng số THADS, đêm số liệu ${dayOf(night)}; phiên bản ${version}` +
  `${rules === undefined ? '' : `; ${rules}`}.${demo ? ` ${madeUp}.` : ''}`;

/** The number and the symbol, the number left for the clerk. */
export const numberLine = ({agency}: Paper) => `Số:${leftOpen}/${agency.symbol}`;

/** Place and date, the day left for the clerk. */
export const dateLine = ({agency, stamp}: Paper) =>
  `${agency.place}, ngày${leftOpen}tháng${leftOpen}năm ${stamp.night.slice(0, 4)}`;

/** What an annex goes with. */
export const attachedLine = ({attachedTo, agency, stamp}: Paper) =>
  attachedTo === undefined
    ? undefined
    : `(Kèm theo ${attachedTo} số${leftOpen}/${agency.symbol} ngày${leftOpen}tháng${leftOpen}năm ${stamp.night.slice(0, 4)})`;

/** The lines below "Nơi nhận", each closed as the decree wants it. */
export const copyLines = ({copies, kept, agency}: Paper): string[] =>
  copies === undefined
    ? []
    : [
        ...copies.map((copy) => `- ${printable(copy)};`),
        `- Lưu: ${kept === undefined ? `VT, ${agency.symbol}` : printable(kept)}.`,
      ];
