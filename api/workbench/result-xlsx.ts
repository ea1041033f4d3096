import {Readable} from 'node:stream';
import type {About, Cell, ColumnType, Row, Table} from '../table.ts';
import {writeXlsx} from '../xlsx.ts';
import type {JsonCell} from './cells.ts';
import type {QueryResult} from './query-process.ts';
import {kindOf, rowsOfResult, textOfCell, type ColumnKind} from './result-rows.ts';

/** A result as a workbook of Excel. A number that Excel would round is a text of its digits. */
export function resultAsXlsx(result: QueryResult, about: About): AsyncIterable<Uint8Array> {
  const keys = result.columns.map((_, i) => `c${i}`);
  const types = result.columns.map((column, i) => typeOf(kindOf(column), i, result));
  const table: Table = {
    columns: Object.fromEntries(keys.map((key, i) => [key, types[i]!])),
    headings: Object.fromEntries(keys.map((key, i) => [key, result.columns[i]!.name])),
    rows: Readable.from(batches(result, keys)) as AsyncIterable<readonly Row[]>,
  };
  return writeXlsx(table, about);
}

function* batches(result: QueryResult, keys: readonly string[]): Generator<readonly Row[]> {
  for (const rows of rowsOfResult(result)) {
    yield rows.map((row) => Object.fromEntries(row.map((cell, i) => [keys[i]!, excelCell(cell)])));
  }
}

function typeOf(kind: ColumnKind, column: number, result: QueryResult): ColumnType {
  switch (kind.is) {
    case 'integer':
    case 'huge':
      return 'integer';
    case 'decimal':
    case 'float':
    case 'double':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
      return holdsOnly(dayOfExcel, column, result) ? 'date' : 'text';
    case 'timestamp':
      return holdsOnly(momentOfExcel, column, result) ? 'moment' : 'text';
    case 'bytes':
    case 'json':
    case 'text':
    case 'other':
      return 'text';
  }
}

const dayOfExcel = /^(1900-(0[3-9]|1\d)|19(0[1-9]|[1-9]\d)-\d\d|[2-9]\d{3}-\d\d)-\d\d$/;

/** A moment that Excel would not round: of a day it knows, to the millisecond, without a time zone. */
const momentOfExcel = new RegExp(`${dayOfExcel.source.slice(0, -1)}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?$`);

/** Excel's calendar begins in 1900, and its first two months are wrong. */
function holdsOnly(pattern: RegExp, column: number, result: QueryResult): boolean {
  for (const rows of rowsOfResult(result)) {
    const texts = rows.map((row) => textOfCell(row[column] ?? null));
    if (texts.some((text) => text !== null && !pattern.test(text))) return false;
  }
  return true;
}

/** Fifteen digits are what Excel keeps of a number. */
function excelCell(cell: JsonCell): Cell {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return String(cell);
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : textOfCell(cell);
}
