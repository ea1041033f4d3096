import {filterSentence, wordsOf} from './column-words.ts';
import {batchesOf, madeUp, type About, type ColumnType, type Row, type Table} from './table.ts';
import {cellXml, letters, rowXml, typedCell} from './xlsx-cells.ts';
import {
  contentTypes,
  declaration,
  fitted,
  main,
  pageSetup,
  relations,
  style,
  styles,
  workbook,
  workbookRelations,
  type DataSheet,
} from './xlsx-parts.ts';
import {zipStream, type ZipEntry} from './zip-stream.ts';

/** Excel's own limit, its header row included; rows beyond it go on in another sheet. */
const rowsPerSheet = 1_048_576;

/** Rows are handed on in pieces of about this many characters: each by itself would cost more than it weighs. */
const pieceLength = 65_536;

const widthOf: Record<ColumnType, number> = {
  text: 26,
  integer: 14,
  number: 14,
  ratio: 12,
  boolean: 10,
  date: 13,
  moment: 20,
};

const typeWords: Record<ColumnType, string> = {
  text: 'Chữ',
  integer: 'Số nguyên',
  number: 'Số',
  ratio: 'Tỷ lệ',
  boolean: 'Đúng, sai',
  date: 'Ngày',
  moment: 'Thời điểm',
};

/**
 * The table as a workbook of Excel, written as it is read, so that a large one needs no more memory than a small one:
 * a first sheet that says what it is, then the rows under a header that stays and filters. Text is never a formula.
 */
export function writeXlsx(
  table: Table,
  about: About,
  rowsOfSheet = rowsPerSheet,
): AsyncGenerator<Uint8Array> {
  return writeSheets([{name: 'Dữ liệu', table}], about, rowsOfSheet);
}

/** A table with the name of its sheet, which has none of Excel's own signs in it and is no other's. */
export interface NamedTable {
  name: string;
  table: Table;
}

/** Several tables as one workbook, each on a sheet of its own. */
export function writeSheets(
  tables: readonly NamedTable[],
  about: About,
  rowsOfSheet = rowsPerSheet,
): AsyncGenerator<Uint8Array> {
  return zipStream(parts(tables, about, rowsOfSheet));
}

async function* parts(
  tables: readonly NamedTable[],
  about: About,
  rowsOfSheet: number,
): AsyncGenerator<ZipEntry> {
  yield {path: 'xl/worksheets/sheet1.xml', text: [coverSheet(tables, about)]};
  const sheets: DataSheet[] = [];
  for (const {name, table} of tables) {
    const source = rowByRow(table);
    const rows: Rows = {source, next: await source.next()};
    for (let part = 1; part === 1 || !rows.next.done; part++) {
      const sheet = {name: part === 1 ? name : `${name} ${part}`, range: ''};
      sheets.push(sheet);
      const text = dataSheet(sheet, table, rows, rowsOfSheet);
      yield {path: `xl/worksheets/sheet${sheets.length + 1}.xml`, text};
    }
  }
  yield {path: 'xl/styles.xml', text: [styles]};
  yield {path: 'xl/workbook.xml', text: [workbook(sheets)]};
  yield {path: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length + 1)]};
  yield {path: '_rels/.rels', text: [relations]};
  yield {path: '[Content_Types].xml', text: [contentTypes(sheets.length + 1)]};
}

/** Rows with the one that comes next, which may open another sheet. */
interface Rows {
  source: AsyncGenerator<Row>;
  next: IteratorResult<Row, unknown>;
}

async function* dataSheet(
  sheet: DataSheet,
  table: Table,
  rows: Rows,
  rowsOfSheet: number,
): AsyncGenerator<string> {
  const columns = Object.entries(table.columns);
  const names = columns.map((_, i) => letters(i));
  const headings = columns.map(([name]) => headingOf(name, table));
  const widths = columns.map(([name, type], i) => table.widths?.[name] ?? widthFor(headings[i]!, type));
  const textStyle = table.widths === undefined ? style.plain : style.wrapped;
  yield (
    `${declaration}<worksheet xmlns="${main}">${fitted}<sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths
      .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
      .join('')}</cols><sheetData>`
  );
  yield rowXml(
    1,
    headings.map((heading, i) => cellXml(`${names[i]}1`, heading, style.header)),
    Math.max(1, ...headings.map((heading, i) => linesOf(heading, widths[i]! - 2))),
  );
  let row = 1;
  let piece = '';
  while (!rows.next.done && row < rowsOfSheet) {
    row++;
    const {value} = rows.next;
    piece += rowXml(
      row,
      columns.map(([name, type], i) => typedCell(`${names[i]}${row}`, value[name] ?? null, type, textStyle)),
      table.widths === undefined
        ? 1
        : Math.max(1, ...columns.map(([name], i) => linesOf(String(value[name] ?? ''), widths[i]!))),
    );
    if (piece.length > pieceLength) {
      yield piece;
      piece = '';
    }
    rows.next = await rows.source.next();
  }
  yield piece;
  sheet.range = `$A$1:$${names.at(-1)}$${row}`;
  yield `</sheetData><autoFilter ref="${sheet.range.replaceAll('$', '')}"/>${pageSetup}</worksheet>`;
}

/** Room for the heading and the arrow of the filter; a long heading goes on in a second line. */
const widthFor = (heading: string, type: ColumnType) =>
  Math.max(Math.min(heading.length + 5, 18), widthOf[type]);

/** How many lines a text takes where so many letters stand side by side, broken between words. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

async function* rowByRow(table: Table): AsyncGenerator<Row> {
  for await (const rows of batchesOf(table)) yield* rows;
}

/** A column that a person named keeps that name; one of ours says what it is. */
const headingOf = (name: string, {headings, words}: Table): string =>
  headings?.[name] ?? (words?.[name] ?? wordsOf(name))?.heading ?? name;

/** What it is, of which night and version, what was asked for, and what each column of it means. */
function coverSheet(tables: readonly NamedTable[], about: About): string {
  const facts = factsOf(about).map(([name, text], i) =>
    rowXml(i + 3, [cellXml(`A${i + 3}`, name, style.name), cellXml(`B${i + 3}`, text, style.wrapped)]),
  );
  const first = facts.length + 4;
  const columns = describedColumns(tables, about);
  return (
    `${declaration}<worksheet xmlns="${main}">${fitted}` +
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>' +
    '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/>' +
    '<col min="3" max="4" width="24" customWidth="1"/></cols><sheetData>' +
    rowXml(1, [cellXml('A1', about.title, style.title)]) +
    facts.join('') +
    columns.map((line, i) => lineOf(first + i, i === 0 ? style.header : style.wrapped, line)).join('') +
    `</sheetData>${pageSetup}</worksheet>`
  );
}

/** What each column means, below a head; nothing where no column has more to say than its heading does. */
function describedColumns(tables: readonly NamedTable[], about: About): string[][] {
  const columns = tables.flatMap(({table}) =>
    Object.entries(table.columns).map(([name, type]) => ({
      heading: headingOf(name, table),
      meaning: meaningOf(name, table, about),
      type: typeWords[type],
      name: table.headings === undefined ? name : '',
    })),
  );
  if (columns.every(({meaning, name}) => meaning === '' && name === '')) return [];
  return [
    ['Cột', 'Ý nghĩa', 'Kiểu', 'Tên kỹ thuật'],
    ...columns.map(({heading, meaning, type, name}) => [heading, meaning, type, name]),
  ];
}

function factsOf({meaning, night, version, demo, filters, sql}: About): [string, string][] {
  const asked = Object.entries(filters ?? {}).map(([name, value]) => filterSentence(name, value));
  const filtered = asked.length > 0 ? asked.join('\n') : 'Không lọc';
  return [
    ['Đêm số liệu', night.split('-').reverse().join('/')],
    ['Phiên bản', version],
    ...(meaning === undefined ? [] : [['Định nghĩa', meaning] as [string, string]]),
    ...(sql === undefined ? [] : [['Câu SQL', sql] as [string, string]]),
    ...(filters === undefined ? [] : [['Điều kiện lọc', filtered] as [string, string]]),
    ['Dữ liệu', 'Ở trang tính tiếp theo; tỷ lệ là số, hiển thị dạng phần trăm.'],
    ...(demo ? [['Lưu ý', madeUp] as [string, string]] : []),
  ];
}

/** The words beside the column are nearer to it than those of the dictionary. */
function meaningOf(name: string, {headings, words}: Table, {meanings}: About): string {
  const own = headings === undefined ? (words?.[name] ?? wordsOf(name)) : undefined;
  return own?.meaning ?? meanings?.get(headings?.[name] ?? name) ?? '';
}

const lineOf = (row: number, chosen: number, texts: readonly string[]): string =>
  rowXml(
    row,
    texts.map((text, i) => cellXml(`${letters(i)}${row}`, text, chosen)),
  );
