import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A value as JSON has it: what a JSON number cannot hold exactly is a text of its digits. */
export type JsonCell =
  string | number | boolean | null | readonly JsonCell[] | {readonly [name: string]: JsonCell};

/** Vietnam's clock, which is what people read. */
const offsetMinutes = 7 * 60;

/** A value of DuckDB's, exactly: numbers, days and moments in ISO 8601, bytes in base64, lists and structs as JSON's. */
export function cellOf(value: DuckDBValue): JsonCell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return wholeOf(value);
  if (value instanceof DuckDBDecimalValue) return digitsOf(value.toString());
  if (value instanceof DuckDBDateValue) return dateOf(value);
  if (value instanceof DuckDBTimestampTZValue) return momentOf(value);
  if (isTimestamp(value)) return value.toString().replace(' ', 'T');
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(cellOf);
  if (value instanceof DuckDBStructValue) {
    // `fromEntries` makes an own member of any name, `__proto__` too.
    return Object.fromEntries(Object.entries(value.entries).map(([name, one]) => [name, cellOf(one)]));
  }
  if (value instanceof DuckDBMapValue) {
    return value.entries.map(({key, value: one}) => ({key: cellOf(key), value: cellOf(one)}));
  }
  if (value instanceof DuckDBUnionValue) return cellOf(value.value);
  return String(value);
}

const wholeOf = (value: bigint): number | string =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value);

/** Fifteen digits come back out of a JSON number as they went in. */
function digitsOf(digits: string): number | string {
  const significant = digits.replace(/^-?0*\.?0*/, '').replace('.', '').length;
  return significant <= 15 ? Number(digits) : digits;
}

const dateOf = (value: DuckDBDateValue): string =>
  value.isFinite ? value.toString() : value.days > 0 ? 'infinity' : '-infinity';

/** With Vietnam's offset, whatever the clock of this machine. */
function momentOf({micros, isFinite}: DuckDBTimestampTZValue): string {
  const local = new DuckDBTimestampValue(micros + BigInt(offsetMinutes) * 60_000_000n);
  return isFinite
    ? `${local.toString().replace(' ', 'T')}+07:00`
    : new DuckDBTimestampValue(micros).toString();
}

const isTimestamp = (value: DuckDBValue) =>
  value instanceof DuckDBTimestampValue ||
  value instanceof DuckDBTimestampSecondsValue ||
  value instanceof DuckDBTimestampMillisecondsValue ||
  value instanceof DuckDBTimestampNanosecondsValue;
