import type {QueryAnswer, QueryCell, QueryColumn} from '../../api/answers.ts';

/** What a query found, however it came. */
export interface Result {
  columns: readonly QueryColumn[];
  rowCount: number;
  cell(row: number, column: number): QueryCell;
  /** Which limits cut it; empty when it is whole. */
  cutBy: readonly QueryAnswer['cut_by'][number][];
  rowLimit: number;
  elapsedMs: number;
  night: string;
  version: string;
}

/** A result that came as JSON. */
export const resultOfAnswer = (answer: QueryAnswer): Result => ({
  columns: answer.columns,
  rowCount: answer.row_count,
  cell: (row, column) => answer.rows[row]?.[column] ?? null,
  cutBy: answer.cut_by,
  rowLimit: answer.row_limit,
  elapsedMs: answer.elapsed_ms,
  night: answer.night,
  version: answer.version,
});

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UHUGEINT|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** Whether a column holds numbers. */
export const isNumeric = ({type}: QueryColumn): boolean => numeric.test(type);

/** Whether a column holds days or moments. */
export const isTime = ({type}: QueryColumn): boolean => type === 'DATE' || type.startsWith('TIMESTAMP');

/** A cell as one text, exactly; lists and structs as JSON. */
export const plainText = (cell: QueryCell): string =>
  cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);

/** A number's digits grouped as the reader's language does it, with every digit it came with. */
export function groupedDigits(digits: string, {decimal, group}: {decimal: string; group: string}): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!found) return digits;
  const [, sign = '', whole = '', part] = found;
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${sign === '-' ? '−' : ''}${grouped}${part === undefined ? '' : decimal + part}`;
}

/** Rows and columns as a spreadsheet takes them from the clipboard, the names first. */
export function asTabs(result: Result, most = result.rowCount): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t');
  const rows = Array.from({length: Math.min(most, result.rowCount)}, (_, row) =>
    line(result.columns.map((_column, column) => plainText(result.cell(row, column)))),
  );
  return [line(result.columns.map(({name}) => name)), ...rows].join('\n');
}
