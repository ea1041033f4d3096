import {batchesOf, madeUp, type About, type Cell, type ColumnType, type Table} from './table.ts';
import {zipStream, type ZipEntry} from './zip-stream.ts';

/** Excel's own limit, its header row included; rows beyond it go on in another sheet. */
const rowsPerSheet = 1_048_576;
const longestText = 32_767;

/** Rows are handed on in pieces of about this many characters: each by itself would cost more than it weighs. */
const pieceLength = 65_536;

/** Places in `cellXfs` of the styles below. */
const style = {plain: 0, header: 1, integer: 2, ratio: 3, date: 4, title: 5, wrapped: 6} as const;

const styleOf: Record<ColumnType, number> = {
  text: style.plain,
  integer: style.integer,
  number: style.plain,
  ratio: style.ratio,
  boolean: style.plain,
  date: style.date,
};

const widthOf: Record<ColumnType, number> = {
  text: 26,
  integer: 14,
  number: 14,
  ratio: 12,
  boolean: 10,
  date: 13,
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
  return zipStream(parts(table, about, rowsOfSheet));
}

/** How far the rows of one data sheet reach: what filters, and what the workbook has to name. */
interface DataSheet {
  name: string;
  range: string;
}

async function* parts(table: Table, about: About, rowsOfSheet: number): AsyncGenerator<ZipEntry> {
  yield {path: 'xl/worksheets/sheet1.xml', text: [coverSheet(about)]};
  const rows = rowByRow(table);
  const sheets: DataSheet[] = [];
  let next = await rows.next();
  do {
    const sheet = {name: sheets.length === 0 ? 'Dữ liệu' : `Dữ liệu ${sheets.length + 1}`, range: ''};
    sheets.push(sheet);
    yield {path: `xl/worksheets/sheet${sheets.length + 1}.xml`, text: dataSheet(sheet)};
  } while (!next.done);
  yield {path: 'xl/styles.xml', text: [styles]};
  yield {path: 'xl/workbook.xml', text: [workbook(sheets)]};
  yield {path: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length + 1)]};
  yield {path: '_rels/.rels', text: [relations]};
  yield {path: '[Content_Types].xml', text: [contentTypes(sheets.length + 1)]};

  async function* dataSheet(sheet: DataSheet): AsyncGenerator<string> {
    const columns = Object.entries(table.columns);
    const names = columns.map((_, i) => letters(i));
    yield (
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns
        .map(
          ([name, type], i) =>
            `<col min="${i + 1}" max="${i + 1}" width="${widthFor(table.headings?.[name] ?? name, type)}" customWidth="1"/>`,
        )
        .join('')}</cols><sheetData>`
    );
    yield rowXml(
      1,
      columns.map(([name], i) => cellXml(`${names[i]}1`, table.headings?.[name] ?? name, style.header)),
    );
    let row = 1;
    let piece = '';
    while (!next.done && row < rowsOfSheet) {
      row++;
      const {value} = next;
      piece += rowXml(
        row,
        columns.map(([name, type], i) => typedCell(`${names[i]}${row}`, value[name] ?? null, type)),
      );
      if (piece.length > pieceLength) {
        yield piece;
        piece = '';
      }
      next = await rows.next();
    }
    yield piece;
    sheet.range = `$A$1:$${names.at(-1)}$${row}`;
    yield `</sheetData><autoFilter ref="${sheet.range.replaceAll('$', '')}"/></worksheet>`;
  }
}

/** Room for the arrow of the filter too, but no more than Excel has. */
const widthFor = (heading: string, type: ColumnType) =>
  Math.min(Math.max(heading.length + 5, widthOf[type]), 80);

async function* rowByRow(table: Table) {
  for await (const rows of batchesOf(table)) yield* rows;
}

function coverSheet({title, meaning, night, version, demo, filters}: About): string {
  const asked = Object.entries(filters).map(([name, value]) => `${name} = ${value}`);
  const facts = [
    ['Đêm số liệu', night.split('-').reverse().join('/')],
    ['Phiên bản', version],
    ...(meaning === undefined ? [] : [['Định nghĩa', meaning]]),
    ['Điều kiện lọc', asked.length > 0 ? asked.join('\n') : 'Không lọc'],
    ['Dữ liệu', 'Ở trang tính tiếp theo; tỷ lệ là số, hiển thị dạng phần trăm.'],
    ...(demo ? [['Lưu ý', madeUp]] : []),
  ] as const;
  const rows = [
    rowXml(1, [cellXml('A1', title, style.title)]),
    ...facts.map(([name, text], i) =>
      rowXml(i + 3, [
        cellXml(`A${i + 3}`, name ?? '', style.header),
        cellXml(`B${i + 3}`, text ?? '', style.wrapped),
      ]),
    ),
  ];
  return (
    `${declaration}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="18" customWidth="1"/>` +
    `<col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

const rowXml = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`;

function typedCell(at: string, cell: Cell, type: ColumnType): string {
  if (cell === null) return '';
  if (type === 'date') return numberCell(at, serialOf(String(cell)), style.date);
  if (typeof cell === 'number') return numberCell(at, cell, styleOf[type]);
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return cellXml(at, cell, style.plain);
}

const numberCell = (at: string, value: number, chosen: number) =>
  `<c r="${at}"${chosen === style.plain ? '' : ` s="${chosen}"`}><v>${value}</v></c>`;

const cellXml = (at: string, text: string, chosen: number) =>
  `<c r="${at}" t="inlineStr"${chosen === style.plain ? '' : ` s="${chosen}"`}>` +
  `<is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Excel counts days from 30/12/1899. */
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

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

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styles =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const workbook = (sheets: readonly DataSheet[]) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  ['Giới thiệu', ...sheets.map(({name}) => name)]
    .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('') +
  `</sheets><definedNames>${sheets
    .map(
      ({name, range}, i) =>
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${i + 1}" hidden="1">'${name}'!${range}</definedName>`,
    )
    .join('')}</definedNames></workbook>`;

const workbookRelations = (sheets: number) =>
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  Array.from(
    {length: sheets},
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ).join('') +
  `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

const relations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const contentTypes = (sheets: number) =>
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
  Array.from(
    {length: sheets},
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  ).join('') +
  '</Types>';
