import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {rowsOf} from './database.ts';

/** A folder in `sql/`: a schema, or the reads of the API. */
export type Layer =
  | 'sources'
  | 'reference'
  | 'staging'
  | 'marts'
  | 'defects'
  | 'petition_defects'
  | 'signals'
  | 'metrics'
  | 'forms'
  | 'checks'
  | 'queries';

/** One file of `sql/`: the path is the name. */
export interface SqlFile {
  layer: Layer;
  name: string;
  sql: string;
}

/** A model and the tables it reads, by DuckDB's own account. */
export interface Model extends SqlFile {
  reads: readonly string[];
}

export const sqlFolder = join(import.meta.dirname, '..', 'sql');

/** The SQL files of a layer, in the order of their names. */
export function sqlFiles(layer: Layer): SqlFile[] {
  if (!existsSync(join(sqlFolder, layer))) return [];
  return readdirSync(join(sqlFolder, layer))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      layer,
      name: file.slice(0, -'.sql'.length),
      sql: readFileSync(join(sqlFolder, layer, file), 'utf8'),
    }));
}

/** The tables a select reads, always written with their schema; steps (`with`) have none and drop out by themselves. */
export async function tablesRead(sql: string, db: DuckDBConnection): Promise<string[]> {
  const [[tree]] = (await rowsOf(db, 'select json_serialize_sql($sql::varchar)', {sql})) as [[string]];
  const parsed = JSON.parse(tree) as {error: boolean; error_message?: string};
  if (parsed.error) throw new SyntaxError(parsed.error_message);
  const tables = new Set<string>();
  JSON.parse(tree, (_key, node: {type?: string; schema_name?: string; table_name?: string} | null) => {
    if (node?.type === 'BASE_TABLE' && node.schema_name) tables.add(`${node.schema_name}.${node.table_name}`);
    return node;
  });
  return [...tables].sort();
}

/** The models of some files, each after those it reads. */
export async function modelsInOrder(files: readonly SqlFile[], db: DuckDBConnection): Promise<Model[]> {
  const waiting: Model[] = [];
  for (const file of files) {
    waiting.push({
      ...file,
      reads: await tablesRead(file.sql, db).catch((cause: unknown) => {
        throw new Error(`sql/${file.layer}/${file.name}.sql cannot be parsed`, {cause});
      }),
    });
  }
  const ordered: Model[] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map((model) => `${model.layer}.${model.name}`));
    const ready = waiting.findIndex((model) => !model.reads.some((table) => names.has(table)));
    if (ready < 0) throw new Error(`These models read one another in a circle: ${[...names].join(', ')}`);
    ordered.push(...waiting.splice(ready, 1));
  }
  return ordered;
}
