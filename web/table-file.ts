import {saveFile} from './save-file.ts';

/** Saves a table as people see it, as CSV that Excel opens; a column of things to press says nothing in a file. */
export function saveTable(name: string, table: HTMLTableElement): void {
  const [heads = [], ...rows] = [...table.rows].map((row) => [...row.cells].map(textOf));
  const told = heads.map((_, column) => rows.some((row) => Boolean(row[column])));
  const lines = [heads, ...rows].map(
    (row) =>
      `${row
        .filter((_, column) => told[column])
        .map(fieldOf)
        .join(',')}\r\n`,
  );
  // Without the mark Excel reads UTF-8 as the letters of the reader's machine.
  saveFile(`${name}.csv`, new Blob(['\ufeff', ...lines], {type: 'text/csv;charset=utf-8'}));
}

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('button, input, select, textarea, summary')) part.remove();
  for (const part of copy.querySelectorAll('p, li, pre')) part.before('; ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').replace(/^[; ]+|[; ]+$/g, '');
}

const startsLikeAFormula = /^[=+\-@＝＋－＠]/u;
const isFigure = /^[+-]?[\d.,]+ ?%?$/;

/** A field as RFC 4180 wants it, and no text that a spreadsheet would take for a formula. */
function fieldOf(text: string): string {
  const safe = startsLikeAFormula.test(text) && !isFigure.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
