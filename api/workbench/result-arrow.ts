import type * as ArrowModule from 'apache-arrow';
import type {Data, DataType} from 'apache-arrow';
import type {JsonCell} from './cells.ts';
import {nanosOf} from './moments-of-text.ts';
import type {QueryResult} from './query-process.ts';
import {
  kindOf,
  rowsOfResult,
  textOfCell,
  uniqueNames,
  type ColumnKind,
  type ResultRow,
} from './result-rows.ts';

type Arrow = typeof ArrowModule;

/** A result as an Arrow IPC stream, each column of the type that was declared for it. */
export async function resultAsArrow(result: QueryResult): Promise<Uint8Array> {
  // Loaded when first asked for: the library is large, and most people never need it.
  const arrow = await import('apache-arrow');
  const kinds = result.columns.map(kindOf);
  const types = kinds.map((kind) => typeOf(kind, arrow));
  const names = uniqueNames(result.columns);
  const schema = new arrow.Schema(names.map((name, i) => new arrow.Field(name, types[i]!, true)));
  const batches = [];
  for (const rows of rowsOfResult(result)) {
    const children = kinds.map((kind, i) => dataOf(cellsOf(rows, i), kind, types[i]!, arrow));
    const data = arrow.makeData({type: new arrow.Struct(schema.fields), length: rows.length, children});
    batches.push(new arrow.RecordBatch(schema, data));
    // Others are answered between the batches.
    await new Promise((resume) => setImmediate(resume));
  }
  return arrow.tableToIPC(new arrow.Table(schema, batches), 'stream');
}

const cellsOf = (rows: readonly ResultRow[], column: number) => rows.map((row) => row[column] ?? null);

function typeOf(kind: ColumnKind, arrow: Arrow): DataType {
  switch (kind.is) {
    case 'integer':
      return new arrow.Int(kind.signed, kind.bits);
    case 'huge':
      return new arrow.Decimal(0, 38, 128);
    case 'decimal':
      return new arrow.Decimal(kind.scale, kind.width, 128);
    case 'float':
      return new arrow.Float32();
    case 'double':
      return new arrow.Float64();
    case 'boolean':
      return new arrow.Bool();
    case 'date':
      return new arrow.DateDay();
    case 'bytes':
      return new arrow.Binary();
    case 'timestamp': {
      const unit = kind.unit === 'nano' ? arrow.TimeUnit.NANOSECOND : arrow.TimeUnit.MICROSECOND;
      return new arrow.Timestamp(unit, kind.zoned ? 'Asia/Ho_Chi_Minh' : null);
    }
    case 'json':
    case 'text':
    case 'other':
      return new arrow.Utf8();
  }
}

function dataOf(cells: readonly JsonCell[], kind: ColumnKind, type: DataType, arrow: Arrow): Data {
  switch (kind.is) {
    case 'integer':
      return fixed(cells, kind.bits, (cell) => BigInt(cell), type, arrow);
    case 'huge':
      return fixed(cells, 128, (cell) => BigInt(cell), type, arrow);
    case 'decimal':
      return fixed(cells, 128, (cell) => unscaled(cell, kind.scale), type, arrow);
    case 'date':
      return fixed(cells, 32, (cell) => nanosOf(cell, 32) / nanosOfDay, type, arrow);
    case 'timestamp':
      return fixed(cells, 64, (cell) => nanosOf(cell, 64) / (kind.unit === 'nano' ? 1n : 1000n), type, arrow);
    case 'float':
    case 'double':
      return arrow.vectorFromArray(
        cells.map((cell) => (cell === null ? null : Number(cell))),
        type,
      ).data[0]!;
    case 'bytes':
      return arrow.vectorFromArray(
        cells.map((cell) =>
          cell === null ? null : new Uint8Array(Buffer.from(textOfCell(cell) ?? '', 'base64')),
        ),
        type,
      ).data[0]!;
    case 'boolean':
      return arrow.vectorFromArray(cells, type).data[0]!;
    case 'json':
    case 'text':
    case 'other':
      return arrow.vectorFromArray(cells.map(textOfCell), type).data[0]!;
  }
}

const nanosOfDay = 86_400_000_000_000n;

/** Whole numbers of so many bits, as they lie in memory: what has more than 53 of them is no number in between. */
function fixed(
  cells: readonly JsonCell[],
  bits: 8 | 16 | 32 | 64 | 128,
  wholeOf: (digits: string) => bigint,
  type: DataType,
  {makeData}: Arrow,
): Data {
  const width = bits / 8;
  const bytes = new Uint8Array(new ArrayBuffer(cells.length * width));
  const view = new DataView(bytes.buffer);
  const valid = new Uint8Array(Math.ceil(cells.length / 64) * 8);
  let nullCount = 0;
  cells.forEach((cell, i) => {
    const text = textOfCell(cell);
    if (text === null) {
      nullCount++;
      return;
    }
    valid[i >> 3]! |= 1 << (i & 7);
    const whole = BigInt.asUintN(bits, wholeOf(text));
    if (bits === 128) {
      view.setBigUint64(i * width, BigInt.asUintN(64, whole), true);
      view.setBigUint64(i * width + 8, whole >> 64n, true);
    } else if (bits === 64) view.setBigUint64(i * width, whole, true);
    else if (bits === 32) view.setUint32(i * width, Number(whole), true);
    else if (bits === 16) view.setUint16(i * width, Number(whole), true);
    else view.setUint8(i, Number(whole));
  });
  const data = new (arrayOf(type))(bytes.buffer);
  return makeData({type, length: cells.length, nullCount, nullBitmap: valid, data} as never);
}

/** The kind of array that a type keeps its values in. */
const arrayOf = (type: DataType) => type.ArrayType as new (buffer: ArrayBuffer) => ArrayBufferView;

/** A decimal's digits without its point. */
function unscaled(digits: string, scale: number): bigint {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(digits) ?? [];
  const places = scale + Number(power);
  const padded = part.padEnd(Math.max(places, 0), '0');
  const shifted = places >= 0 ? whole + padded.slice(0, places) : whole.slice(0, places) || '0';
  return BigInt(`${sign}${shifted}`);
}
