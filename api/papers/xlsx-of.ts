import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import type {ColumnType, Table} from '../table.ts';
import {writeXlsx} from '../xlsx.ts';
import type {ColumnKind, Paper, PaperTable} from './paper.ts';

const typeOf = {
  text: 'text',
  count: 'integer',
  rate: 'ratio',
  money: 'number',
  date: 'date',
} as const satisfies Record<ColumnKind, ColumnType>;

/** The table of a paper as a workbook: the same rows, each figure a number that can be worked with. */
export async function xlsxOf(paper: Paper): Promise<Buffer> {
  const {title = paper.name, subtitle, stamp} = paper;
  const tables = paper.blocks.filter((block) => block.block === 'table');
  const sentences = paper.blocks.flatMap((block) => (block.block === 'paragraph' ? [block.text] : []));
  const meaning = [subtitle, ...sentences].filter((one) => one !== undefined).join('\n');
  const about = {
    title,
    meaning,
    night: stamp.night,
    version: stamp.version,
    demo: stamp.demo,
    filters: {},
  };
  return buffer(Readable.from(writeXlsx(rowsOf(tables), about)));
}

function rowsOf(tables: readonly PaperTable[]): Table {
  const columns = tables.flatMap((table) => table.columns);
  const headings = Object.fromEntries(
    columns.map(({key, heading, group}) => [key, group === undefined ? heading : `${group}: ${heading}`]),
  );
  return {
    columns: Object.fromEntries(columns.map(({key, kind}) => [key, typeOf[kind]])),
    headings,
    rows: tables.flatMap(({rows, total}) => (total ? [...rows, total] : rows)),
  };
}
