/** The scope files of a version: what a province or an analyst cannot find however they look, because it is not there. */
import {readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readCurrent} from '../../warehouse/current.ts';
import {identifier, recordsOf, withDatabase} from '../../warehouse/database.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {provinceRows} from '../../warehouse/scope-rows.ts';
import {ensureScopes, scopeFile, type FileScope} from '../../warehouse/scopes.ts';
import {canaries, isIn, startCanaries, type CanaryWorld} from '../canaries.ts';

let world: CanaryWorld;
let folder: DataFolder;
let version: string;
const {parties, officers} = canaries;

beforeAll(async () => {
  world = await startCanaries();
  ({folder, version} = world);
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const pathOf = (scope: FileScope) => join(folder.root, scopeFile(version, scope));

const on = <T>(scope: FileScope, sql: string) =>
  withDatabase(pathOf(scope), {access_mode: 'READ_ONLY'}, (db) => recordsOf<T>(db, sql));

/** Every value of every table and view, as one text; views are read too, so they must work. */
const everythingIn = (scope: FileScope) =>
  withDatabase(pathOf(scope), {access_mode: 'READ_ONLY'}, async (db) => {
    const relations = await recordsOf<{name: string; columns: string[]}>(
      db,
      `select schema_name || '.' || table_name as name, list(column_name) as columns
       from duckdb_columns() where database_name = current_database() and not internal group by all order by all`,
    );
    const texts: string[] = [];
    for (const {name, columns} of relations) {
      const rows = await recordsOf<{row: string}>(
        db,
        `select row(${columns.map(identifier).join(', ')})::varchar as row from ${name}`,
      );
      texts.push(`${name}: ${rows.map(({row}) => row).join('\n')}`);
    }
    return texts.join('\n');
  });

describe('the file of a province', () => {
  test('has its own units, files, people and figures, and nothing of another province', async () => {
    for (const [own, other] of [
      ['38', '14'],
      ['14', '38'],
    ] as const) {
      const text = await everythingIn({province: own});
      expect(isIn(text, [officers[other], `${other}.KV01`, `officer-${other}`, `item-${other}`])).toEqual([]);
      expect(isIn(text, [officers[own], `${own}.KV01/1`, `item-${own}`])).toHaveLength(3);
    }
  });

  test('has figures that are its own: what it adds up to is what the nation has of it', async () => {
    const figures = `
      select office_id, sum(numerator) as numerator, sum(denominator) as denominator
      from metrics.quality_score where office_id like '38%' group by all`;
    expect(await on({province: '38'}, figures)).toEqual(await on('no_parties', figures));
    expect(
      await on({province: '38'}, "select * from metrics.quality_score where office_id like '14%'"),
    ).toEqual([]);
  });

  test('says nothing of how much the nation has', async () => {
    const [counts] = await on({province: '38'}, 'select count(row_count) as known from meta.models');
    expect(counts).toEqual({known: 0});
    expect(await on({province: '38'}, 'from meta.changes')).toEqual([]);
    expect(await on({province: '38'}, 'from history.nation_entry_days')).toEqual([]);
  });
});

describe('no scope file', () => {
  const scopes: FileScope[] = ['no_parties', 'no_personal_data', {province: '38'}, {province: '14'}];

  test('has the columns of the parties, or one byte of their names', async () => {
    for (const scope of scopes) {
      const columns = await on<{column_name: string}>(
        scope,
        `select column_name from duckdb_columns() where table_name = 'case_files' and schema_name = 'marts'`,
      );
      expect(columns.map(({column_name}) => column_name)).not.toContain('debtor_name');
      expect(columns.map(({column_name}) => column_name)).toContain('case_state');
      expect(isIn(await everythingIn(scope), parties)).toEqual([]);
      expect(isIn(readFileSync(pathOf(scope)).toString('utf8'), [...parties, canaries.identifier])).toEqual(
        [],
      );
    }
    // They are in the version itself, or this test would prove nothing.
    const whole = await withDatabase(
      join(folder.root, readCurrent(folder)!.file),
      {access_mode: 'READ_ONLY'},
      (db) => recordsOf<{debtor_name: string}>(db, 'select debtor_name from marts.case_files order by 1'),
    );
    expect(whole.map(({debtor_name}) => debtor_name).sort()).toEqual(parties.toSorted());
  });

  test('lacks what the rules of quality found in the parties’ data', async () => {
    for (const scope of ['no_parties', 'no_personal_data'] as const) {
      expect(await on(scope, 'select case_id from defects.untidy_text order by all')).toEqual([
        {case_id: '14.KV01/1'},
        {case_id: '38.KV01/1'},
      ]);
    }
  });
});

test('a signal found is a province’s by its office, in its table and in its view', async () => {
  for (const province of ['38', '14']) {
    const found = await on(
      {province},
      `select 'kept' as place, office_id, case_id from marts.signals where signal = 'night_entry'
       union all select 'looked at', office_id, case_id from signals.night_entry order by all`,
    );
    const row = {office_id: `${province}.KV01`, case_id: `${province}.KV01/1`};
    expect(found).toEqual([
      {place: 'kept', ...row},
      {place: 'looked at', ...row},
    ]);
  }
});

test('analysts know officers by their code, leaders by name', async () => {
  const names = Object.values(officers);
  expect(isIn(await everythingIn('no_personal_data'), names)).toEqual([]);
  expect(isIn(readFileSync(pathOf('no_personal_data')).toString('utf8'), names)).toEqual([]);
  expect(await on('no_personal_data', 'select officer_name from marts.officials order by all')).toEqual([
    {officer_name: 'officer-14'},
    {officer_name: 'officer-38'},
  ]);
  expect(isIn(await everythingIn('no_parties'), names)).toEqual(names);
});

test('the meaning of every column is written on it in every scope file', async () => {
  for (const scope of ['no_personal_data', {province: '38'}] as const) {
    const silent = await on(
      scope,
      `select schema_name, table_name, column_name from duckdb_columns()
       where database_name = current_database() and not internal and comment is null
           and schema_name in ('marts', 'history', 'reference')`,
    );
    expect(silent).toEqual([]);
  }
});

test('whose its rows are is said of every table there is, and of no other', async () => {
  const tables = await on<{name: string}>(
    'no_parties',
    `select schema_name || '.' || table_name as name from duckdb_tables()
     where database_name = current_database() and schema_name <> 'reference' order by all`,
  );
  expect(Object.keys(provinceRows).sort()).toEqual(tables.map(({name}) => name));
});

test('the scope files go with their version, and come back when it is put in force again', async () => {
  await rm(join(folder.versions, `${version}.scopes`), {recursive: true});
  await ensureScopes(readCurrent(folder)!, folder);
  expect(await on({province: '14'}, 'select count(*) as files from marts.case_files')).toEqual([{files: 1}]);
});
