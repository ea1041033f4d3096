import type {DataType} from 'apache-arrow';
import {batchesOf, type Cell, type ColumnType, type Row, type Table} from './table.ts';

/** The table as an Arrow IPC stream, a record batch for each batch of rows. */
export async function* writeArrow(table: Table): AsyncGenerator<Uint8Array> {
  // Loaded when first asked for: the library is large and most visitors never need it.
  const arrow = await import('apache-arrow');
  const types: Record<ColumnType, DataType> = {
    text: new arrow.Utf8(),
    integer: new arrow.Int64(),
    number: new arrow.Float64(),
    ratio: new arrow.Float64(),
    boolean: new arrow.Bool(),
    date: new arrow.DateDay(),
    moment: new arrow.Utf8(),
  };
  const columns = Object.entries(table.columns);
  // Declared nullable whatever a batch holds: a stream has one schema.
  const schema = new arrow.Schema(columns.map(([name, type]) => new arrow.Field(name, types[type], true)));

  /** Takes what the writer writes, until it is passed on. */
  class Written extends arrow.AsyncByteQueue {
    #bytes: Uint8Array[] = [];
    override write(bytes: Uint8Array): void {
      this.#bytes.push(bytes);
    }
    take(): Uint8Array {
      const taken = Buffer.concat(this.#bytes);
      this.#bytes = [];
      return taken;
    }
  }
  const written = new Written();
  const writer = new arrow.RecordBatchStreamWriter();
  writer.reset(written, schema);
  for await (const rows of batchesOf(table)) {
    const children = columns.map(
      ([name, type]) => arrow.vectorFromArray(cellsOf(rows, name, type), types[type]).data[0]!,
    );
    const data = arrow.makeData({type: new arrow.Struct(schema.fields), length: rows.length, children});
    if (rows.length > 0) writer.write(new arrow.RecordBatch(schema, data));
    yield written.take();
  }
  writer.finish();
  yield written.take();
}

const cellsOf = (rows: readonly Row[], name: string, type: ColumnType) =>
  rows.map((row) => valueOf(row[name] ?? null, type));

function valueOf(cell: Cell, type: ColumnType): Cell | bigint | Date {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' ? new Date(`${String(cell)}T00:00:00Z`) : cell;
}
