import {readdirSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {identifier, literal, recordsOf, rowsOf, withDatabase} from './database.ts';
import {originsOf, type Origin, type PlanNode} from './logical-plan.ts';
import {sqlFolder, type Model} from './models.ts';

/** One thing a column comes from. Without `column_name`, what chooses, joins, groups or orders the model's rows. */
export interface ColumnOrigin {
  model: string;
  column_name: string | null;
  reads_model: string;
  /** Empty where only the rows of `reads_model` are counted. */
  reads_column: string | null;
  column_use: 'output' | 'condition';
}

/**
 * Writes down where everything comes from: `meta.lineage_tables` and `meta.lineage_columns`, by DuckDB's own plans.
 *
 * Exact: which columns an output column's value is worked out from, through steps, joins, unions, windows and
 * subqueries. Wider than the truth: all arguments of an expression count alike (both arms of a `case`, and what it
 * asks), and conditions are those of the whole model, not of the one column they touch.
 *
 * Planning every model costs a third of a second; a night whose models are those of the version before takes its
 * lineage over. `meta.model_changes` must be there already.
 */
export async function recordLineage(models: readonly Model[], db: DuckDBConnection): Promise<void> {
  if (await isSameRelease(db)) {
    await db.run('create table meta.lineage_tables as from earlier.lineage_tables');
    await db.run('create table meta.lineage_columns as from earlier.lineage_columns');
    return;
  }
  const tables = models.flatMap(({layer, name, reads}) =>
    reads.map((reads_model) => ({model: `${layer}.${name}`, reads_model})),
  );
  const columns = await columnOrigins(models, db);
  await db.run(
    `create table meta.lineage_tables as
     select unnest(from_json($tables::json, '[{"model": "varchar", "reads_model": "varchar"}]'), recursive := true)`,
    {tables: JSON.stringify(tables)},
  );
  await db.run(
    `create table meta.lineage_columns as
     select unnest(from_json($columns::json, '[{
         "model": "varchar", "column_name": "varchar", "reads_model": "varchar", "reads_column": "varchar",
         "column_use": "varchar"
     }]'), recursive := true)`,
    {columns: JSON.stringify(columns)},
  );
}

async function isSameRelease(db: DuckDBConnection): Promise<boolean> {
  const [[same]] = (await rowsOf(
    db,
    'select exists (from earlier.lineage_columns) and not exists (from meta.model_changes)',
  )) as [[boolean]];
  return same;
}

/**
 * Plans every model against empty tables of the same shape: in the real database views would dissolve into what they
 * read, and plans would reach past the model before.
 */
async function columnOrigins(models: readonly Model[], db: DuckDBConnection): Promise<ColumnOrigin[]> {
  const shapes = await recordsOf<Shape>(
    db,
    `select schema_name as schema, table_name as name,
         list(column_name order by column_index) as columns,
         list(data_type order by column_index) as types
     from duckdb_columns()
     where database_name = current_database() and not internal
     group by all`,
  );
  return withDatabase(':memory:', {threads: '1'}, async (mirror) => {
    await layOut(shapes, mirror);
    const origins: ColumnOrigin[] = [];
    for (const {layer, name, sql} of models) {
      const shape = shapes.find((one) => one.schema === layer && one.name === name)!;
      origins.push(...(await originsOfModel(shape, sql, mirror)));
    }
    return origins;
  });
}

interface Shape {
  schema: string;
  name: string;
  columns: readonly string[];
  types: readonly string[];
}

/** Where the files of `sql/reference` stand in the mirror, and what lineage calls them. */
const filesSchema = 'files';
const nameOf = (schema: string, table: string) =>
  schema === filesSchema ? `reference/${table}.csv` : `${schema}.${table}`;

/** DuckDB cannot write down a plan with its CSV reader in it; to the mirror a file is a table. */
const withFilesAsTables = (sql: string) =>
  sql.replace(/\bread_csv\('(\w+)\.csv'[^)]*\)/g, `${filesSchema}.$1`);

async function layOut(shapes: readonly Shape[], mirror: DuckDBConnection): Promise<void> {
  const schemas = new Set(shapes.map(({schema}) => schema));
  const folder = join(sqlFolder, 'reference');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  await mirror.run(
    [
      'begin',
      ...[...schemas].map((schema) => `create schema ${identifier(schema)}`),
      ...shapes.map(({schema, name, columns, types}) => {
        const list = columns.map((column, i) => `${identifier(column)} ${types[i]}`).join(', ');
        return `create table ${identifier(schema)}.${identifier(name)} (${list})`;
      }),
      `create schema ${filesSchema}`,
      ...files.map(
        (file) =>
          `create table ${filesSchema}.${identifier(basename(file, '.csv'))} as
           from read_csv(${literal(join(folder, file))}, header = true, all_varchar = true) limit 0`,
      ),
      'commit',
    ].join(';\n'),
  );
}

async function originsOfModel(shape: Shape, sql: string, mirror: DuckDBConnection): Promise<ColumnOrigin[]> {
  const model = `${shape.schema}.${shape.name}`;
  const [[text]] = (await rowsOf(
    mirror,
    'select json_serialize_plan($sql::varchar, skip_null := true, skip_empty := true)',
    {sql: withFilesAsTables(sql)},
  )) as [[string]];
  const {plans, error_message: error} = JSON.parse(text) as {plans?: PlanNode[]; error_message?: string};
  if (!plans) throw new Error(`DuckDB cannot plan ${model}: ${error}`);
  const {columns, conditions} = originsOf(plans[0]!, nameOf);
  if (columns.length !== shape.columns.length) {
    throw new Error(`The plan of ${model} has ${columns.length} columns, the model ${shape.columns.length}.`);
  }
  return [
    ...columns.flatMap((origins, i) =>
      withoutIdleRows(origins).map((origin) => columnOrigin(model, shape.columns[i]!, origin, 'output')),
    ),
    ...[...conditions].map((origin) => columnOrigin(model, null, origin, 'condition')),
  ];
}

/** That rows are counted says nothing more where a column of theirs is looked at; DuckDB counts a lone value, too. */
function withoutIdleRows(origins: ReadonlySet<Origin>): Origin[] {
  const looked = new Set([...origins].filter((one) => !one.endsWith(' *')).map((one) => one.split(' ')[0]));
  return [...origins].filter((one) => !one.endsWith(' *') || !looked.has(one.split(' ')[0]));
}

function columnOrigin(
  model: string,
  column_name: string | null,
  origin: Origin,
  column_use: ColumnOrigin['column_use'],
): ColumnOrigin {
  const [reads_model, reads_column] = origin.split(' ') as [string, string];
  return {
    model,
    column_name,
    reads_model,
    reads_column: reads_column === '*' ? null : reads_column,
    column_use,
  };
}
