import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {modelFiles} from './build.ts';
import {identifier, literal, recordsOf} from './database.ts';
import {defects, petitionDefects, signals} from './defects.ts';
import {metrics, type Words} from './metrics.ts';
import {sqlFolder} from './models.ts';

/** What a column name means, wherever it appears; a row of `sql/dictionary.sql`. */
export interface Word {
  column_name: string;
  meaning_vi: string;
  meaning_en: string;
}

/** The dictionary, as `sql/dictionary.sql` says it. */
export async function readDictionary(db: DuckDBConnection): Promise<Word[]> {
  return recordsOf<Word>(db, readFileSync(join(sqlFolder, 'dictionary.sql'), 'utf8'));
}

/**
 * What one row of each model is, in Vietnamese, by `schema.name`: figures and rules say it in their own lists, every
 * other model in `sql/tables.sql`.
 */
export async function readTableMeanings(db: DuckDBConnection): Promise<Map<string, string>> {
  const written = await recordsOf<{model: string; table_meaning: string}>(
    db,
    readFileSync(join(sqlFolder, 'tables.sql'), 'utf8'),
  );
  const listed = Object.entries({metrics, defects, petition_defects: petitionDefects, signals}).flatMap(
    ([layer, entries]) =>
      Object.entries<{label: Words; meaning: Words}>(entries).map(
        ([id, {label, meaning}]) => [`${layer}.${id}`, `${label.vi}: ${meaning.vi}`] as const,
      ),
  );
  return new Map([...written.map(({model, table_meaning}) => [model, table_meaning] as const), ...listed]);
}

/**
 * Writes the dictionary onto every column, and onto every table and view what one row of it is: in Vietnamese, and as
 * the first line of its file says it.
 */
export async function describeVersion(db: DuckDBConnection): Promise<void> {
  const meaning = new Map((await readDictionary(db)).map((word) => [word.column_name, word]));
  const tableMeanings = await readTableMeanings(db);
  const relations = await recordsOf<{
    schema: string;
    name: string;
    kind: 'table' | 'view';
    columns: string[];
  }>(
    db,
    `select columns.schema_name as schema, columns.table_name as name,
         if(views.view_name is null, 'table', 'view') as kind,
         list(columns.column_name order by columns.column_index) as columns
     from duckdb_columns() as columns
     left join duckdb_views() as views
         on columns.schema_name = views.schema_name and columns.table_name = views.view_name
     where columns.database_name = current_database() and not columns.internal
     group by all`,
  );
  // In one transaction: a comment by itself would be a write to disk.
  await db.run('begin transaction');
  for (const {schema, name, columns} of relations) {
    for (const column of columns) {
      const word = meaning.get(column);
      if (!word) continue;
      const path = `${schema}.${identifier(name)}.${identifier(column)}`;
      await db.run(`comment on column ${path} is ${literal(`${word.meaning_vi} | ${word.meaning_en}`)}`);
    }
  }
  for (const {layer, name, sql} of modelFiles()) {
    const relation = relations.find((one) => one.schema === layer && one.name === name);
    if (!relation) continue;
    const inBoth = [tableMeanings.get(`${layer}.${name}`) ?? [], firstLine(sql)].flat().join(' | ');
    await db.run(`comment on ${relation.kind} ${layer}.${name} is ${literal(inBoth)}`);
  }
  await db.run('commit');
}

const firstLine = (sql: string) => sql.split('\n', 1)[0]!.replace(/^--\s*/, '');
