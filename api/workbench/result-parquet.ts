import {readFile, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBDataChunk, VARCHAR} from '@duckdb/node-api';
import {identifier, literal, withDatabase} from '../../warehouse/database.ts';
import type {QueryResult} from './query-process.ts';
import {kindOf, rowsOfResult, textOfCell, uniqueNames, type ColumnKind} from './result-rows.ts';

/** DuckDB takes rows in vectors of this many. */
const vectorSize = 2048;

/** A result as a Parquet file, written by DuckDB from the texts of the cells, each cast to the type declared for it. */
export async function resultAsParquet(result: QueryResult): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'thads-query-'));
  try {
    const path = join(folder, 'rows.parquet');
    await withDatabase(
      ':memory:',
      {temp_directory: folder, memory_limit: '256MB', threads: '1'},
      async (db) => {
        const columns = result.columns.map((_, i) => `c${i}`);
        await db.run(`create table cells (${columns.map((name) => `${name} varchar`).join(', ')})`);
        const appender = await db.createAppender('cells');
        for (const rows of rowsOfResult(result)) {
          for (let start = 0; start < rows.length; start += vectorSize) {
            const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR));
            chunk.setRows(rows.slice(start, start + vectorSize).map((row) => row.map(textOfCell)));
            appender.appendDataChunk(chunk);
          }
          appender.flushSync();
        }
        appender.closeSync();
        const names = uniqueNames(result.columns);
        const casts = result.columns.map(
          (column, i) => `${cast(`c${i}`, exactKind(kindOf(column), i, result))} as ${identifier(names[i]!)}`,
        );
        await db.run(
          `copy (select ${casts.join(', ')} from cells) to ${literal(path)} (format parquet, compression zstd)`,
        );
      },
    );
    return await readFile(path);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Parquet has no whole numbers of 128 bits; those with more digits than a decimal holds stay texts. */
function exactKind(kind: ColumnKind, column: number, result: QueryResult): ColumnKind {
  if (kind.is !== 'huge') return kind;
  for (const rows of rowsOfResult(result)) {
    if (rows.some((row) => (textOfCell(row[column] ?? null) ?? '').replace('-', '').length > 38))
      return {is: 'text'};
  }
  return kind;
}

function cast(name: string, kind: ColumnKind): string {
  switch (kind.is) {
    case 'integer':
      return `${name}::${kind.signed ? '' : 'u'}int${kind.bits}`;
    case 'decimal':
      return `${name}::decimal(${kind.width}, ${kind.scale})`;
    case 'huge':
      return `${name}::decimal(38, 0)`;
    case 'float':
    case 'double':
    case 'boolean':
    case 'date':
      return `${name}::${kind.is}`;
    case 'timestamp':
      return `${name}::${kind.zoned ? 'timestamptz' : kind.unit === 'nano' ? 'timestamp_ns' : 'timestamp'}`;
    case 'bytes':
      return `from_base64(${name})`;
    case 'json':
    case 'text':
    case 'other':
      return name;
  }
}
