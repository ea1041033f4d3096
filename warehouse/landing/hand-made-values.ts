/** What a cell of a sheet can hold. */
export type CellValue = string | number | boolean | Date | null;

/**
 * A cell as the text that a CSV would hold for a column of this type (`31/03/2026` as `2026-03-31`, `1.234.567` as
 * `1234567`), so that sheets and CSV are then read by one and the same rule. Only a form that leaves no doubt is
 * rewritten; anything else is given as it stands and fails that rule. Undefined where a text column got something
 * whose text is lost (an error, a truth value, a date, a number with more digits than Excel keeps), and for text that
 * no cell can hold.
 */
export function textOfCell(cell: CellValue, type: string): string | undefined {
  if (cell === null) return '';
  if (typeof cell === 'string' && !isReadable(cell)) return undefined;
  if (type === 'VARCHAR' || type.startsWith('ENUM(')) return textOf(cell);
  switch (type) {
    case 'DATE':
    case 'TIMESTAMP':
      return typeof cell === 'string' ? momentOf(cell, type) : shownCell(cell, type);
    case 'INTEGER':
    case 'BIGINT':
      return typeof cell === 'string' ? wholeNumberOf(cell) : shownCell(cell, type);
    case 'BOOLEAN':
      return typeof cell === 'string' && /^(true|false)$/i.test(cell)
        ? cell.toLowerCase()
        : shownCell(cell, type);
    default:
      throw new TypeError(`The contract has a column of type ${type}, which no reader knows.`);
  }
}

/** A cell in words, for people and for columns whose rule it will fail. */
export function shownCell(cell: CellValue, type = ''): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    // Beyond 15 digits Excel has rounded; the exponent keeps it from passing for a whole number.
    return Number.isInteger(cell) && !Number.isSafeInteger(cell) ? cell.toExponential() : String(cell);
  }
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return 'ngày không hợp lệ';
  const moment = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  const date = moment.slice(0, -14);
  const time = moment.slice(-13, -5);
  // A time of the day alone is a fraction of the day zero, which is not a date.
  if (cell.getUTCFullYear() < 1900) return time;
  return type !== 'TIMESTAMP' && time === '00:00:00' ? date : `${date} ${time}`;
}

function textOf(cell: Exclude<CellValue, null>): string | undefined {
  if (typeof cell === 'number') {
    return Number.isInteger(cell) && !Number.isSafeInteger(cell) ? undefined : String(cell);
  }
  return typeof cell === 'string' && !ERRORS.has(cell) ? cell : undefined;
}

/** No sheet that Excel wrote holds a text that is not. */
const isReadable = (text: string) =>
  text.length <= LONGEST_TEXT && text.isWellFormed() && !text.includes('\0');

function momentOf(text: string, type: 'DATE' | 'TIMESTAMP'): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{2}:\d{2}:\d{2}))?$/.exec(text);
  if (!match) return text;
  const [, day, month, year, time] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const isDay = new Date(`${date}T00:00:00Z`).getTime();
  if (Number.isNaN(isDay) || new Date(isDay).toISOString().slice(0, 10) !== date) return text;
  if (type === 'DATE') return time === undefined ? date : text;
  return time === undefined ? text : `${date} ${time}`;
}

function wholeNumberOf(text: string): string {
  return /^-?(\d+|\d{1,3}(\.\d{3})+)(,0+)?$/.test(text) ? text.replace(/,.*$/, '').replaceAll('.', '') : text;
}

const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
]);
/** Excel's own limit for a cell. */
const LONGEST_TEXT = 32_767;
