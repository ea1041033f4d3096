import type {DuckDBConnection} from '@duckdb/node-api';
import {rowsOf} from '../../warehouse/database.ts';

/** The layers of a version that people may read: all but those that only the build needs. */
export const publishedSchemas: ReadonlySet<string> = new Set([
  'reference',
  'marts',
  'defects',
  'petition_defects',
  'signals',
  'metrics',
  'forms',
  'history',
  'meta',
]);

/** The tables and views of an open version that people may read, as `marts.case_files`. */
export async function publishedTables(db: DuckDBConnection): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    db,
    `select table_schema, table_name from information_schema.tables where table_catalog = current_database()`,
  );
  return new Set(
    rows
      .map(([schema, table]) => [String(schema).toLowerCase(), String(table).toLowerCase()] as const)
      .filter(([schema]) => publishedSchemas.has(schema))
      .map(([schema, table]) => `${schema}.${table}`),
  );
}
