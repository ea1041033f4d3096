/** Reads a closed version to its last row and prints its hash and the rows of each table, as JSON. */
import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import {identifier, recordsOf, rowsOf, withDatabase} from './database.ts';
import type {Verified} from './publish.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('verify-version wants the path of a version.');

const tables = await withDatabase(path, {access_mode: 'READ_ONLY', memory_limit: '512MB'}, async (db) => {
  const counts: Record<string, number> = {};
  const columns = await recordsOf<{schema: string; name: string; column: string}>(
    db,
    // Tables only: a view keeps nothing, and would count the night once more.
    `select columns.schema_name as schema, columns.table_name as name, columns.column_name as column
     from duckdb_columns() as columns
     semi join duckdb_tables() as tables
         on columns.schema_name = tables.schema_name and columns.table_name = tables.table_name
     where columns.database_name = current_database() and not columns.internal`,
  );
  for (const [table, own] of Object.entries(
    Object.groupBy(columns, ({schema, name}) => `${schema}.${identifier(name)}`),
  )) {
    // Counting the values of a column makes DuckDB read every block of it.
    const values = own!.map(({column}) => `count(${identifier(column)})`);
    const [[rows]] = (await rowsOf(db, `select count(*), ${values.join(', ')} from ${table}`)) as [[bigint]];
    counts[table] = Number(rows);
  }
  return counts;
});

const digest = createHash('sha256');
await pipeline(createReadStream(path, {highWaterMark: 1 << 22}), digest);
process.stdout.write(JSON.stringify({hash: `sha256:${digest.digest('hex')}`, tables} satisfies Verified));
