import type {DataType, Vector} from 'apache-arrow';

/** The forms rows can be had in; JSON unless another is asked for. */
export const formats = ['json', 'csv', 'arrow'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.stream',
} as const satisfies Record<Format, string>;

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';
export type Cell = string | number | boolean | null;

/** Rows of named columns; types are declared, because guessing them from values would turn counts into fractions. */
export interface Table {
  columns: Readonly<Record<string, ColumnType>>;
  rows: readonly Readonly<Record<string, Cell>>[];
}

const madeUp = 'Số liệu minh họa, không phải số liệu thật';

/** The table with a last column that says its data are made up. */
export const markedAsDemo = ({columns, rows}: Table): Table => ({
  columns: {...columns, data_note: 'text'},
  rows: rows.map((row) => ({...row, data_note: madeUp})),
});

/** The table as RFC 4180 wants it: nothing is an empty field, and no text is taken for a formula by a spreadsheet. */
export function toCsv({columns, rows}: Table): Buffer {
  const names = Object.keys(columns);
  const lines = [names, ...rows.map((row) => names.map((name) => csvField(row[name] ?? null)))];
  return Buffer.from(lines.map((fields) => `${fields.join(',')}\r\n`).join(''));
}

/** The table as an Arrow IPC stream. */
export async function toArrow({columns, rows}: Table): Promise<Buffer> {
  // Loaded when first asked for: the library is large and most visitors never need it.
  const arrow = await import('apache-arrow');
  const types = {
    text: new arrow.Utf8(),
    integer: new arrow.Int64(),
    number: new arrow.Float64(),
    boolean: new arrow.Bool(),
  } satisfies Record<ColumnType, DataType>;
  const vectors: Record<string, Vector> = {};
  for (const [name, type] of Object.entries(columns)) {
    const cells = rows.map((row) => row[name] ?? null);
    const whole = type === 'integer';
    vectors[name] = arrow.vectorFromArray(
      whole ? cells.map((cell) => (cell === null ? null : BigInt(cell))) : cells,
      types[type] as DataType,
    );
  }
  return Buffer.from(arrow.tableToIPC(new arrow.Table(vectors), 'stream'));
}

const startsLikeAFormula = /^[=+\-@\t\r\n＝＋－＠]/u;

function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = startsLikeAFormula.test(cell) ? `'${cell}` : cell;
  // An empty text is quoted, so that it is not read back as nothing.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
