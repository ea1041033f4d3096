import {copyFileSync, mkdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {identifier, literal, recordsOf, withConnections} from './database.ts';
import {flushToDisk} from './durable.ts';
import type {DataFolder} from './folders.ts';
import {nationalColumns, officerNames, ofProvince, partyColumns, provinceRows} from './scope-rows.ts';

/** Part of a version as a file of its own: without parties' data, without any person's, or one province's rows. */
export type FileScope = 'no_parties' | 'no_personal_data' | {province: string};

/** The file of a scope, relative to the data folder. */
export const scopeFile = (version: string, scope: FileScope): string =>
  `versions/${version}.scopes/${typeof scope === 'string' ? scope : `province-${scope.province}`}.duckdb`;

/** The folder of a version's scope files; it is there whole or not at all. */
export const scopesFolder = (version: string, folder: DataFolder): string =>
  join(folder.versions, `${version}.scopes`);

/**
 * Writes the scope files of a version that has none yet: one a province, with its rows alone; one without personal
 * data; one without the parties' but with officers' names. Who reads one cannot see past it, whatever they ask
 * (6-security § 6.2).
 */
export async function ensureScopes(
  {version, file}: {version: string; file: string},
  folder: DataFolder,
): Promise<void> {
  const published = scopesFolder(version, folder);
  // Not `existsSync`: a disk that does not answer is an error, and not a folder less.
  if (statSync(published, {throwIfNoEntry: false})) return;
  const draft = join(folder.scratch, `${version}.scopes`);
  rmSync(draft, {recursive: true, force: true});
  mkdirSync(draft, {recursive: true});
  const settings = {
    temp_directory: join(folder.scratch, 'spill'),
    memory_limit: '1GB',
    // A file is written once, so its commit goes into the file itself and not into a log first.
    checkpoint_threshold: '1KB',
  };
  const written = await withConnections(':memory:', settings, availableParallelism(), async (connections) => {
    const db = connections[0]!;
    await db.run(`attach ${literal(join(folder.root, file))} as version (read_only)`);
    const tables = await makeTemplate(db);
    const nobody = await writeScope(draft, 'no_personal_data', {tables, filling: namedByCode}, db);
    const files = [nobody, await addNames(draft, nobody, tables, db)];
    // A province's rows are too few for DuckDB to share them among processors, so the provinces are shared out instead.
    const waiting = await provincesOf(db);
    const lanes = await Promise.allSettled(
      connections.map(async (lane) => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const province = next;
          await findOwn(province, lane);
          const filling = (table: string) => rowsOfProvince(table, province);
          files.push(await writeScope(draft, `province-${province}`, {tables, filling}, lane));
        }
      }),
    );
    // Only now: a database that is closed under a query brings the process down.
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    return files;
  });
  for (const path of [...written, draft]) flushToDisk(path);
  renameSync(draft, published);
  flushToDisk(folder.versions);
}

/** A table of the template, with the columns that are left of it. */
interface ScopeTable {
  name: string;
  columns: readonly string[];
}

/** How a scope fills a table: which rows, and what stands in the place of a column. */
interface Filling {
  where: string;
  instead: Readonly<Record<string, string>>;
}

/**
 * Lays out what every scope file looks like, empty: the version's tables without the parties' columns, its views, and
 * their comments. Rules of quality look at the parties, and an officer's burst of
 * entries may be in two provinces, so rules and signals become what they found.
 */
async function makeTemplate(db: DuckDBConnection): Promise<ScopeTable[]> {
  await db.run("attach ':memory:' as template");
  await db.run('copy from database version to template (schema)');
  await db.run('use template');
  for (const [table, columns] of Object.entries(partyColumns)) {
    for (const column of columns) {
      await db.run(`alter table if exists ${table} drop column if exists ${identifier(column)}`);
    }
  }
  const rules = await recordsOf<{
    schema_name: keyof typeof foundBy;
    view_name: string;
    comment: string | null;
  }>(
    db,
    `select schema_name, view_name, comment from duckdb_views()
     where database_name = 'template' and schema_name in ('defects', 'petition_defects', 'signals')`,
  );
  for (const {schema_name, view_name, comment} of rules) {
    const {subject, kept} = foundBy[schema_name];
    const view = `${schema_name}.${identifier(view_name)}`;
    await db.run(
      `create or replace view ${view} as
       select office_id, officer_id, ${subject}, found from ${kept} = ${literal(view_name)}`,
    );
    if (comment !== null) await db.run(`comment on view ${view} is ${literal(comment)}`);
  }
  const tables = await recordsOf<ScopeTable>(
    db,
    `select schema_name || '.' || table_name as name, list(column_name order by column_index) as columns
     from duckdb_columns() semi join duckdb_tables() using (database_name, schema_name, table_name)
     where database_name = 'template' group by all order by name`,
  );
  await db.run('use memory');
  for (const {name} of tables) {
    if (!name.startsWith('reference.') && !(name in provinceRows)) {
      throw new Error(`${name} is in no scope: say in warehouse/scope-rows.ts whose its rows are.`);
    }
  }
  return tables;
}

/** What the views of a schema look for, and where all that they found is kept. */
const foundBy = {
  defects: {subject: 'case_id', kept: 'marts.offences where rule'},
  petition_defects: {subject: 'petition_id', kept: 'marts.offences where rule'},
  signals: {subject: 'case_id', kept: 'marts.signals where signal'},
} as const;

async function writeScope(
  draft: string,
  name: string,
  {tables, filling}: {tables: readonly ScopeTable[]; filling: (table: string) => Filling},
  db: DuckDBConnection,
): Promise<string> {
  const path = join(draft, `${name}.duckdb`);
  const scope = identifier(name);
  await db.run(`attach ${literal(path)} as ${scope} (block_size ${blockSize})`);
  await db.run(`copy from database template to ${scope} (schema)`);
  await db.run('begin');
  for (const table of tables) await fill(scope, table, filling(table.name), db);
  await db.run('commit');
  await db.run(`detach ${scope}`);
  return path;
}

/** The file without personal data, and officers' names: names are only ever added, so that no block keeps one. */
async function addNames(
  draft: string,
  without: string,
  tables: readonly ScopeTable[],
  db: DuckDBConnection,
): Promise<string> {
  const path = join(draft, 'no_parties.duckdb');
  copyFileSync(without, path);
  await db.run(`attach ${literal(path)} as no_parties`);
  await db.run('begin');
  for (const table of tables.filter(({name}) => name in officerNames)) {
    await db.run(`delete from no_parties.${table.name}`);
    await fill('no_parties', table, {where: 'true', instead: {}}, db);
  }
  await db.run('commit');
  await db.run('detach no_parties');
  return path;
}

/** Small blocks: in a province most columns are shorter than DuckDB's usual block. */
const blockSize = 16_384;

async function fill(
  scope: string,
  {name, columns}: ScopeTable,
  {where, instead}: Filling,
  db: DuckDBConnection,
): Promise<void> {
  const values = columns.map((column) => instead[column] ?? identifier(column));
  await db.run(
    `insert into ${scope}.${name} (${columns.map(identifier).join(', ')})
     select ${values.join(', ')} from version.${name} where ${where}`,
  );
}

function namedByCode(table: string): Filling {
  const name = officerNames[table];
  return {where: 'true', instead: name ? {[name.column]: name.code} : {}};
}

function rowsOfProvince(table: string, province: string): Filling {
  const rows = table.startsWith('reference.') ? 'whole' : provinceRows[table]!;
  const instead = Object.fromEntries((nationalColumns[table] ?? []).map((column) => [column, 'null']));
  if (rows === 'whole') return {where: 'true', instead};
  if (rows === 'none') return {where: 'false', instead};
  return {where: ofProvince[rows].replaceAll('$province', literal(province)), instead};
}

async function provincesOf(db: DuckDBConnection): Promise<string[]> {
  const rows = await recordsOf<{province_id: string}>(
    db,
    `select distinct province_id from version.marts.units where unit_level = 'province' order by province_id desc`,
  );
  return rows.map(({province_id}) => province_id);
}

/** What is a province's own, for the conditions of `ofProvince`. */
async function findOwn(province: string, db: DuckDBConnection): Promise<void> {
  const given = literal(province);
  await db.run(
    `create or replace temp table own_units as
     select unit_id from version.marts.units where province_id = ${given}`,
  );
  await db.run(
    `create or replace temp table own_officers as
     select officer_id from version.marts.officials where province_id = ${given}`,
  );
  await db.run(
    `create or replace temp table own_cases as
     select case_id from version.marts.case_files where office_id in (from own_units)`,
  );
}
