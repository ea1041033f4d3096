import {createHash} from 'node:crypto';
import {identifier, recordsOf, withDatabase} from '../../warehouse/database.ts';

/** What tells two runs of the same night apart though they counted the same. */
const ofTheRun: Record<string, readonly string[]> = {
  'meta.night': ['version', 'built_at'],
  'meta.sources': ['landed_at'],
  'meta.models': ['started_at', 'seconds'],
};
const tablesOfTheRun = ['meta.steps'];

/** Everything a version holds, each table by the number and a hash of its rows: equal contents were counted alike. */
export async function contentsOf(path: string): Promise<Record<string, string>> {
  return withDatabase(path, {access_mode: 'READ_ONLY', threads: '1'}, async (db) => {
    const columns = await recordsOf<{name: string; column: string}>(
      db,
      `select schema_name || '.' || table_name as name, column_name as column from duckdb_columns()
       where database_name = current_database() and not internal order by all`,
    );
    const contents: Record<string, string> = {};
    for (const [name, own] of Object.entries(Object.groupBy(columns, (one) => one.name))) {
      if (tablesOfTheRun.includes(name)) continue;
      const kept = own!
        .map(({column}) => column)
        .filter((column) => !ofTheRun[name]?.includes(column))
        .map(identifier);
      const [schema, table] = name.split('.') as [string, string];
      const rows = await recordsOf<{row: string}>(
        db,
        `select row(${kept.join(', ')})::varchar as row from ${identifier(schema)}.${identifier(table)} order by row`,
      );
      const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
      contents[name] = `${rows.length} rows ${digest}`;
    }
    return contents;
  });
}
