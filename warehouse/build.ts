import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from './contract.ts';
import {identifier, literal} from './database.ts';
import {recordLineage} from './lineage.ts';
import {recordModelChanges} from './model-changes.ts';
import type {Receipt} from './landing/receipts.ts';
import {modelsInOrder, sqlFiles, sqlFolder, type Layer, type Model, type SqlFile} from './models.ts';
import {offencesModel} from './offences.ts';
import {signalsModel} from './signals.ts';

/** What one night is counted from: for each program, the last delivery at or before the night. */
export interface NightInputs {
  night: string;
  receipts: readonly Receipt[];
}

/** Reference and marts are tables; the others only look, so they are views. */
const layers = {
  reference: 'table',
  staging: 'view',
  marts: 'table',
  defects: 'view',
  petition_defects: 'view',
  signals: 'view',
  metrics: 'view',
  forms: 'view',
} as const satisfies Partial<Record<Layer, 'table' | 'view'>>;

export const builtLayers = Object.keys(layers) as (keyof typeof layers)[];

/** What a night may be built with. */
interface BuildOptions {
  onModel?: (model: Model, done: number) => void;
  /** Where the rows of reference are; the first folder that has a file. */
  referenceFolders?: readonly string[];
}

/** Fills an empty database with one night: its sources, every model of `sql/`, and what there is to know of these. */
export async function buildNight(
  inputs: NightInputs,
  lakeRoot: string,
  contract: readonly ContractTable[],
  db: DuckDBConnection,
  {onModel, referenceFolders}: BuildOptions = {},
): Promise<void> {
  await describeInputs(inputs, db);
  await db.run('create schema sources');
  for (const table of contract) await db.run(sourceView(table, inputs.receipts, lakeRoot));
  const models = await buildModels(db, onModel, referenceFolders);
  await recordModelChanges(db);
  await recordLineage(models, db);
}

/** Every model there is: the files of the layers, and the tables of all that rules and signals found. */
export const modelFiles = (): SqlFile[] => [
  ...builtLayers.flatMap(sqlFiles),
  offencesModel(),
  signalsModel(),
];

/**
 * Builds every model over the sources, the night and the version before that `db` holds already, each after those
 * it reads; writes down in `meta.models` what was built from which text, when, in what time and with how many rows
 * (views have none of their own). The rows of reference are read from the first of the folders that has the file.
 */
export async function buildModels(
  db: DuckDBConnection,
  onModel?: (model: Model, done: number) => void,
  referenceFolders: readonly string[] = [join(sqlFolder, 'reference')],
): Promise<Model[]> {
  for (const layer of builtLayers) await db.run(`create schema ${layer}`);
  await db.run(`set file_search_path = ${literal(referenceFolders.join(','))}`);
  const models = await modelsInOrder(modelFiles(), db);
  const built = [];
  for (const [position, model] of models.entries()) {
    onModel?.(model, position / models.length);
    const started_at = new Date().toISOString();
    const begun = performance.now();
    const kind = layers[model.layer as keyof typeof layers];
    const name = `${model.layer}.${model.name}`;
    await db.run(`create ${kind} ${name} as ${model.sql}`).catch((cause: unknown) => {
      throw new Error(`sql/${model.layer}/${model.name}.sql failed`, {cause});
    });
    built.push({
      model: name,
      model_kind: kind,
      sql_hash: hashOf(model.sql),
      started_at,
      seconds: (performance.now() - begun) / 1000,
    });
  }
  await db.run(
    `create table meta.models as
     select built.*, tables.estimated_size as row_count
     from (
         select unnest(from_json($built::json, '[{
             "model": "varchar", "model_kind": "varchar", "sql_hash": "varchar", "started_at": "timestamptz",
             "seconds": "double"
         }]'), recursive := true)
     ) as built
     left join duckdb_tables() as tables
         on tables.database_name = current_database()
         and built.model = tables.schema_name || '.' || tables.table_name`,
    {built: JSON.stringify(built)},
  );
  return models;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Drops what only the build needs: a published version stands by itself and reads no file outside. */
export async function seal(db: DuckDBConnection): Promise<void> {
  await db.run('drop schema staging cascade');
  await db.run('drop schema sources cascade');
}

/** Writes down what the night is and which snapshot of each program it reads; a late one keeps its own date. */
export async function describeInputs({night, receipts}: NightInputs, db: DuckDBConnection): Promise<void> {
  await db.run('create schema meta');
  await db.run(
    'create table meta.night as select $night::date as night, $version as version, now() as built_at, $demo as is_demo',
    {night, version: '', demo: receipts.some((receipt) => receipt.demo)},
  );
  const given = receipts.map((receipt) => ({
    program_id: receipt.program,
    business_date: receipt.businessDate,
    sequence: receipt.sequence,
    landed_at: receipt.landedAt,
    row_count: receipt.tables.reduce((sum, table) => sum + table.rows, 0),
    quarantined_rows: receipt.tables.reduce((sum, table) => sum + table.quarantined, 0),
  }));
  await db.run(
    `create table meta.sources as
     select
         program_id,
         program_name,
         business_date,
         sequence,
         landed_at,
         coalesce(row_count, 0) as row_count,
         coalesce(quarantined_rows, 0) as quarantined_rows,
         coalesce(business_date < meta.night.night, true) as is_late,
     from read_csv(${literal(join(sqlFolder, 'reference', 'programs.csv'))}, header = true)
     cross join meta.night
     left join (
         select unnest(from_json($given::json, '[{
             "program_id": "varchar", "business_date": "date", "sequence": "integer", "landed_at": "varchar",
             "row_count": "bigint", "quarantined_rows": "bigint"
         }]'), recursive := true)
     ) using (program_id)`,
    {given: JSON.stringify(given)},
  );
}

/** A source as a view over the lake, typed by the contract; a program that never delivered is an empty table. */
function sourceView(table: ContractTable, receipts: readonly Receipt[], lakeRoot: string): string {
  const landed = receipts.flatMap((receipt) => receipt.tables).find((one) => one.table === table.name);
  const columns = table.columns.map(({name, type}) =>
    landed ? `${identifier(name)}::${type} as ${identifier(name)}` : `null::${type} as ${identifier(name)}`,
  );
  const from = landed ? `from read_parquet(${literal(join(lakeRoot, landed.lakeFile))})` : 'where false';
  return `create view sources.${identifier(table.name)} as select ${columns.join(', ')} ${from}`;
}
