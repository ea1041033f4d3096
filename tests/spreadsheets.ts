import {crc32, deflateRawSync} from 'node:zlib';
import type {TestFile} from './deliveries.ts';

/** A cell as a test writes it: text, number and truth value as they are, anything else as the XML of the standard. */
export type SheetCell = string | number | boolean | null | {xml: string};

/** A workbook as Excel would write it, part by part, so that a test can make any of them wrong. */
export interface TestWorkbook {
  sheets: readonly {name: string; state?: string; rows: readonly (readonly SheetCell[])[]; after?: string}[];
  date1904?: boolean;
  /** Number formats; a cell refers to the first as style 1. */
  formats?: readonly string[];
  /** More parts, or others in the place of the usual ones. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A file of a delivery that is this workbook; `rows` are those it holds below the header, unless said otherwise. */
export function xlsxFile(name: string, workbook: TestWorkbook, rows?: number): TestFile {
  const visible = workbook.sheets.find(({state}) => state === undefined);
  return {
    name,
    path: `${name}.xlsx`,
    format: 'xlsx',
    content: xlsx(workbook),
    rows: rows ?? (visible?.rows.length ?? 1) - 1,
  };
}

/** A day or moment as Excel keeps it: a number in the style of that place among `formats`, from 1. */
export const serial = (days: number, style = 1): SheetCell => ({xml: `s="${style}"><v>${days}</v>`});

/** The bytes of a workbook. */
export function xlsx({
  sheets,
  date1904 = false,
  formats = ['dd/mm/yyyy'],
  parts = {},
}: TestWorkbook): Uint8Array {
  const sheetParts = Object.fromEntries(
    sheets.map(({rows, after = ''}, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows, after)]),
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({name, state}, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        relation('rId900', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats
      .map((format, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escaped(format)}"/>`)
      .join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${170 + i}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...sheetParts,
    ...parts,
  });
}

/** Files as a zip; `falsify` may change an entry's declared length. */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  falsify: (name: string, length: number) => number = (_, length) => length,
): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(falsify(path, bytes.length), 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(bodies.length / 4, 8);
  end.writeUInt16LE(bodies.length / 4, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** The XML of a sheet; `after` follows its rows, as merged cells do. */
export function sheetXml(rows: readonly (readonly SheetCell[])[], after = ''): string {
  const lines = rows.map((cells, row) => {
    const content = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('');
    return content === '' ? '' : `<row r="${row + 1}">${content}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`;
}

function cellXml(cell: SheetCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return `<c r="${place}" ${cell.xml}</c>`;
}

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
