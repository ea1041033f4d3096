import type {Cell, ColumnType} from './table.ts';
import {style} from './xlsx-parts.ts';

const longestText = 32_767;

/** A line of cells. */
export const rowXml = (row: number, cells: readonly string[], lines = 1) =>
  `<row r="${row}"${lines > 1 ? ` ht="${lines * 15 + 1}" customHeight="1"` : ''}>${cells.join('')}</row>`;

/** A cell of a column: what cannot be of its type stays a text. */
export function typedCell(at: string, cell: Cell, type: ColumnType, textStyle: number = style.plain): string {
  if (cell === null) return '';
  if (type === 'date' || type === 'moment') {
    const serial = serialOf(String(cell));
    return serial === undefined
      ? cellXml(at, String(cell), style.plain)
      : numberCell(
          at,
          serial,
          Number.isInteger(serial) && String(cell).length === 10 ? style.date : style.moment,
        );
  }
  if (typeof cell === 'number') {
    // A file has no such number, and one that Excel cannot read it would not open at all.
    return Number.isFinite(cell)
      ? numberCell(at, cell, styleOf(cell, type))
      : cellXml(at, String(cell), style.plain);
  }
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return cellXml(at, cell, textStyle);
}

const numberCell = (at: string, value: number, chosen: number) =>
  `<c r="${at}"${chosen === style.plain ? '' : ` s="${chosen}"`}><v>${value}</v></c>`;

/** A text; never a formula. */
export const cellXml = (at: string, text: string, chosen: number) =>
  `<c r="${at}" t="inlineStr"${chosen === style.plain ? '' : ` s="${chosen}"`}>` +
  `<is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Whole numbers have no decimal comma, others as many places as they need, up to four. */
const styleOf = (value: number, type: ColumnType) =>
  type === 'ratio' ? style.ratio : Number.isInteger(value) ? style.integer : style.number;

const dayOrMoment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?/;

/** Excel counts days from 30/12/1899, and has no time zones: the clock's own digits; its calendar begins in March 1900. */
function serialOf(text: string): number | undefined {
  const [, day, time = '00:00'] = dayOrMoment.exec(text) ?? [];
  const serial = (Date.parse(`${day}T${time}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return serial >= 61 ? serial : undefined;
}

function escaped(text: string): string {
  if (text.length <= longestText && !isSpecial.test(text)) return text;
  const shown = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return (
    shown
      .toWellFormed()
      // XML cannot carry these at all.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      // Excel reads `_x0041_` as the letter A.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      .replace(/[&<>\r]/g, (sign) => entities[sign as keyof typeof entities])
  );
}

/** Most texts have nothing of the kind, and there are millions of them. */
// eslint-disable-next-line no-control-regex
const isSpecial = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/;

const entities = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;'} as const;

/** The name of a column, counted from 0: A, …, Z, AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
