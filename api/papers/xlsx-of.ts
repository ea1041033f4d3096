import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import type {ColumnType, Table} from '../table.ts';
import {writeSheets, type NamedTable} from '../xlsx.ts';
import type {Block, ColumnKind, Paper, PaperTable} from './paper.ts';
import {printable} from './wording.ts';

const typeOf = {
  text: 'text',
  count: 'integer',
  rate: 'ratio',
  money: 'number',
  date: 'date',
} as const satisfies Record<ColumnKind, ColumnType>;

/** The tables of a paper as a workbook, each on its sheet: the same rows, and each figure a number to work with. */
export async function xlsxOf({title, name, subtitle, blocks, stamp}: Paper): Promise<Buffer> {
  const sentences = blocks.flatMap((block) => (block.block === 'paragraph' ? [block.text] : []));
  const {night, version, rules, demo} = stamp;
  const about = {
    title: printable(title ?? name),
    meaning: [subtitle, ...sentences, rules].filter((one) => one !== undefined).join('\n'),
    night,
    version,
    demo,
  };
  return buffer(Readable.from(writeSheets(namedTables(blocks), about)));
}

/** The sheets are called as the headings above their tables, or by their place. */
function namedTables(blocks: readonly Block[]): NamedTable[] {
  let heading: string | undefined;
  const tables: NamedTable[] = [];
  for (const block of blocks) {
    if (block.block === 'heading') heading = block.text;
    if (block.block !== 'table') continue;
    const place = `Bảng ${tables.length + 1}`;
    const said = heading === undefined ? '' : sheetName(heading);
    tables.push({
      name: said === '' || tables.some(({name}) => name === said) ? place : said,
      table: tableOf(block),
    });
    heading = undefined;
  }
  return tables;
}

/** As much of a text as Excel takes for the name of a sheet. */
const sheetName = (text: string): string =>
  printable(text)
    .replaceAll(/[[\]:*?/\\'"&<>]/g, ' ')
    .slice(0, 31)
    .trim();

/** In letters, for the longest of its kind: a date that finds no room is shown as `####`. */
const narrowest: Record<ColumnKind, number> = {text: 8, count: 8, rate: 8, money: 14, date: 11};

/** As many letters as a sheet of A4 has side by side. */
const lettersAcross = 130;

/** The whole of it, its columns as wide beside each other as on paper, with the row of all the others together last. */
const tableOf = ({columns, rows, total}: PaperTable): Table => ({
  widths: Object.fromEntries(
    columns.map(({key, kind, width}) => [
      key,
      Math.max(
        narrowest[kind],
        Math.round((width / columns.reduce((sum, column) => sum + column.width, 0)) * lettersAcross),
      ),
    ]),
  ),
  columns: Object.fromEntries(columns.map(({key, kind}) => [key, typeOf[kind]])),
  headings: Object.fromEntries(
    columns.map(({key, heading, group}) => [key, group === undefined ? heading : `${group}: ${heading}`]),
  ),
  rows: total === undefined ? rows : [...rows, total],
});
