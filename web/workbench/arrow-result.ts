import {DataType, tableFromIPC, type Field, type Vector} from 'apache-arrow';
import type {QueryCell} from '../../api/answers.ts';
import type {Result} from './result.ts';

/** A result that came as Arrow: its cells are read only when they are looked at. */
export function resultOfArrow(
  bytes: Uint8Array,
  facts: Pick<Result, 'cutBy' | 'rowLimit' | 'elapsedMs' | 'night' | 'version'>,
): Result {
  const table = tableFromIPC(bytes);
  const vectors = table.schema.fields.map((_field, index) => table.getChildAt(index));
  return {
    ...facts,
    columns: table.schema.fields.map((field) => ({name: field.name, type: typeOf(field)})),
    rowCount: table.numRows,
    cell: (row, column) => cellOf(vectors[column] ?? null, row),
  };
}

/** What DuckDB calls the type of a column. */
function typeOf({type}: Field): string {
  if (DataType.isInt(type)) {
    const name = {8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT'}[type.bitWidth];
    return `${type.isSigned ? '' : 'U'}${name}`;
  }
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isFloat(type)) return 'DOUBLE';
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isTimestamp(type)) return type.timezone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP';
  if (DataType.isBinary(type)) return 'BLOB';
  return 'VARCHAR';
}

function cellOf(vector: Vector | null, row: number): QueryCell {
  const value: unknown = vector?.get(row) ?? null;
  if (vector === null || value === null) return null;
  const {type} = vector as {type: DataType};
  if (DataType.isDecimal(type)) return decimalText(value as Uint32Array, type.scale);
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return momentText(Number(value), type.timezone);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value));
  return value as QueryCell;
}

/** Four words of 32 bits, the lowest first, in two's complement. */
function decimalText(words: Uint32Array, scale: number): string {
  const bits = words.reduce((sum, word, index) => sum | (BigInt(word) << BigInt(32 * index)), 0n);
  const whole = BigInt.asIntN(32 * words.length, bits);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return `${whole < 0n ? '-' : ''}${text}`;
}

/** Moments are told by Vietnam's clock. */
function momentText(milliseconds: number, zone: string | null | undefined): string {
  if (!zone) return new Date(milliseconds).toISOString().slice(0, 19);
  const local = new Date(milliseconds + 7 * 3_600_000).toISOString().slice(0, 19);
  return `${local}+07:00`;
}
