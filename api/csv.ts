import {batchesOf, type Cell, type Table} from './table.ts';

/** The table as RFC 4180 wants it: nothing is an empty field, and no text is taken for a formula by a spreadsheet. */
export async function* writeCsv(table: Table): AsyncGenerator<Uint8Array> {
  const names = Object.keys(table.columns);
  yield Buffer.from(csvLine(names));
  for await (const rows of batchesOf(table)) {
    yield Buffer.from(rows.map((row) => csvLine(names.map((name) => csvField(row[name] ?? null)))).join(''));
  }
}

/** A byte order mark before everything: without it Excel reads UTF-8 as the letters of the reader's machine. */
export async function* withByteOrderMark(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff');
  yield* pieces;
}

/**
 * Whether a file begins with a byte order mark: a CSV that a person downloads does, unless told not to; one that a
 * program asks for by its Accept header does not.
 */
export const hasByteOrderMark = (asked: {format?: string | undefined; bom?: string | undefined}): boolean =>
  asked.format === 'csv' && asked.bom !== '0';

/** A line of fields as they are to be written. */
export const csvLine = (fields: readonly string[]) => `${fields.join(',')}\r\n`;

const startsLikeAFormula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A cell as a field: quoted where it must be, and no text taken for a formula. */
export function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = startsLikeAFormula.test(cell) ? `'${cell}` : cell;
  // An empty text is quoted, so that it is not read back as nothing.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
