import {createReadStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDateValue,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import {identifier, literal, withDatabase} from '../warehouse/database.ts';
import {batchesOf, type Cell, type ColumnType, type Table} from './table.ts';

const types: Record<ColumnType, DuckDBType> = {
  text: VARCHAR,
  integer: BIGINT,
  number: DOUBLE,
  ratio: DOUBLE,
  boolean: BOOLEAN,
  date: DATE,
  moment: VARCHAR,
};

/** DuckDB takes rows in vectors of this many. */
const vectorSize = 2048;

/** The table as a Parquet file: written by DuckDB into a folder of its own, because its end says where its parts are. */
export async function* writeParquet(table: Table): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'thads-parquet-'));
  try {
    const path = join(folder, 'rows.parquet');
    await withDatabase(
      ':memory:',
      {temp_directory: folder, memory_limit: '256MB', threads: '1'},
      async (db) => {
        const columns = Object.entries(table.columns);
        await db.run(
          `create table rows (${columns.map(([name, type]) => `${identifier(name)} ${types[type].toString()}`).join(', ')})`,
        );
        const appender = await db.createAppender('rows');
        for await (const rows of batchesOf(table)) {
          for (let start = 0; start < rows.length; start += vectorSize) {
            const chunk = DuckDBDataChunk.create(columns.map(([, type]) => types[type]));
            chunk.setRows(
              rows
                .slice(start, start + vectorSize)
                .map((row) => columns.map(([name, type]) => valueOf(row[name] ?? null, type))),
            );
            appender.appendDataChunk(chunk);
          }
          appender.flushSync();
        }
        appender.closeSync();
        await db.run(`copy rows to ${literal(path)} (format parquet, compression zstd)`);
      },
    );
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function valueOf(cell: Cell, type: ColumnType): DuckDBValue {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' ? new DuckDBDateValue(Date.parse(`${String(cell)}T00:00:00Z`) / 86_400_000) : cell;
}
