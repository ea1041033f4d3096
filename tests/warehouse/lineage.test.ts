/** Where every column comes from, on models whose lineage one knows by heart. */
import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {buildModels, describeInputs} from '../../warehouse/build.ts';
import {readContract} from '../../warehouse/contract.ts';
import {recordsOf, withDatabase} from '../../warehouse/database.ts';
import {lookBack} from '../../warehouse/earlier.ts';
import {recordLineage, type ColumnOrigin} from '../../warehouse/lineage.ts';
import {recordModelChanges} from '../../warehouse/model-changes.ts';
import type {Model} from '../../warehouse/models.ts';

interface Lineage {
  tables: {model: string; reads_model: string}[];
  columns: ColumnOrigin[];
  /** Every column of every model, as `marts.completion.files_done`. */
  all: string[];
}

let ours: Lineage;

beforeAll(async () => {
  ours = await withDatabase(':memory:', {}, async (db) => {
    await readContract(db);
    await describeInputs({night: '2026-03-31', receipts: []}, db);
    await lookBack(undefined, db);
    const models = await buildModels(db);
    await recordModelChanges(db);
    await recordLineage(models, db);
    const columns = await recordsOf<{path: string}>(
      db,
      `select concat_ws('.', schema_name, table_name, column_name) as path
       from duckdb_columns()
       where concat_ws('.', schema_name, table_name) in (select model from meta.models)`,
    );
    return {
      tables: await recordsOf(db, 'from meta.lineage_tables'),
      columns: await recordsOf(db, 'from meta.lineage_columns'),
      all: columns.map(({path}) => path),
    };
  });
});

/** What a column comes from, as `table.column`; `table.*` is its rows. */
const originsOf = ({columns}: Lineage, model: string, column: string | null) =>
  columns
    .filter((one) => one.model === model && one.column_name === column)
    .map(({reads_model, reads_column}) => `${reads_model}.${reads_column ?? '*'}`)
    .sort();

describe('our models', () => {
  test('name the column, or the rows, that a figure is worked out from', () => {
    expect(originsOf(ours, 'marts.completion', 'files_done')).toEqual([
      'marts.case_files.*',
      'marts.entry_targets.files_required',
      'marts.petitions.*',
    ]);
    expect(originsOf(ours, 'metrics.money_coverage', 'numerator')).toEqual(['marts.case_files.money_state']);
    expect(originsOf(ours, 'metrics.money_coverage', 'denominator')).toEqual(['marts.case_files.*']);
    expect(originsOf(ours, 'metrics.completion_rate', 'numerator')).toEqual(['marts.completion.files_done']);
  });

  test('follow evidence to the version before', () => {
    expect(originsOf(ours, 'marts.entries', 'entered_at')).toEqual([
      'earlier.entries.absent_before',
      'earlier.entries.case_id',
      'earlier.snapshot.business_date',
      'staging.case_files.recorded_at',
    ]);
  });

  test('tell what chooses rows from what they hold', () => {
    expect(originsOf(ours, 'metrics.money_coverage', null)).toEqual([
      'marts.case_files.has_money',
      'marts.case_files.is_counted',
      'marts.case_files.office_id',
      'marts.case_files.officer_id',
    ]);
  });

  test('reach the programs’ own names and the files of letters', () => {
    expect(originsOf(ours, 'staging.money_items', 'due_vnd')).toEqual(['sources.khoan_tien.phai_thi_hanh']);
    expect(originsOf(ours, 'reference.targets', 'is_default')).toEqual(['reference/targets.csv.by_default']);
  });

  test('have an origin for every column but the constants', () => {
    const traced = new Set(
      ours.columns
        .filter((one) => one.column_use === 'output')
        .map(({model, column_name}) => `${model}.${column_name}`),
    );
    const constants = [
      /^metrics\.\w+\.(officer_id|denominator)$/,
      /^(petition_)?defects\.\w+\.found$/,
      /^signals\.\w+\.(case_id|officer_id|found|happened_on)$/,
      /^marts\.offences\.(rule|pillar)$/,
      /^marts\.signals\.signal$/,
      /^marts\.unit_members\.level$/,
      /^marts\.form_periods\.(months|form_kind)$/,
      /^marts\.reported_totals\.level$/,
      /^marts\.award_bases\.basis$/,
    ];
    const isConstant = (path: string) => constants.some((pattern) => pattern.test(path));
    expect(ours.all.filter((path) => !traced.has(path) && !isConstant(path))).toEqual([]);
    expect(originsOf(ours, 'metrics.files_missing', 'denominator')).toEqual([]);
  });

  test('come from nothing but the tables they read', () => {
    const read = new Set(ours.tables.map(({model, reads_model}) => `${model} ${reads_model}`));
    const strangers = ours.columns
      .filter(({reads_model}) => !reads_model.startsWith('reference/'))
      .filter(({model, reads_model}) => !read.has(`${model} ${reads_model}`));
    expect(strangers).toEqual([]);
    expect(ours.tables).toContainEqual({model: 'metrics.completion_rate', reads_model: 'marts.completion'});
  });
});

/** The lineage of one select over `a.left_side (key, number, words, on_day)` and `a.right_side (key, number)`. */
async function lineageOf(sql: string): Promise<Lineage> {
  return withDatabase(':memory:', {}, async (db) => {
    await db.run(`
      create schema meta; create schema a; create schema b;
      create table a.left_side (key varchar, number integer, words varchar[], on_day date);
      create table a.right_side (key varchar, number integer);
      create table meta.models (model varchar, sql_hash varchar);
      create view b.model as ${sql};
    `);
    await lookBack(undefined, db);
    await recordModelChanges(db);
    const model = {layer: 'b', name: 'model', sql, reads: []} as unknown as Model;
    await recordLineage([model], db);
    return {tables: [], columns: await recordsOf(db, 'from meta.lineage_columns'), all: []};
  });
}

const cases: {what: string; sql: string; value: string[]; rows: string[]}[] = [
  {
    what: 'a correlated subquery',
    sql: 'select (select max(number) from a.right_side where right_side.key = left_side.key) as value from a.left_side',
    value: ['a.right_side.number'],
    rows: ['a.left_side.key', 'a.right_side.key'],
  },
  {
    what: 'a membership',
    sql: 'select number as value from a.left_side where key in (select key from a.right_side)',
    value: ['a.left_side.number'],
    rows: ['a.left_side.key', 'a.right_side.key'],
  },
  {
    what: 'an anti join',
    sql: 'select number as value from a.left_side anti join a.right_side using (key)',
    value: ['a.left_side.number'],
    rows: ['a.left_side.key', 'a.right_side.key'],
  },
  {
    what: 'both sides of a full join',
    sql: 'select key as value from a.left_side full join a.right_side using (key)',
    value: ['a.left_side.key', 'a.right_side.key'],
    rows: ['a.left_side.key', 'a.right_side.key'],
  },
  {
    what: 'both parts of a union',
    sql: 'select number as value from a.left_side union all select length(key) from a.right_side',
    value: ['a.left_side.number', 'a.right_side.key'],
    rows: [],
  },
  {
    what: 'what an except takes away',
    sql: 'select key as value from a.left_side except select key from a.right_side',
    value: ['a.left_side.key'],
    rows: ['a.left_side.key', 'a.right_side.key'],
  },
  {
    what: 'a window: what it adds up, within which part, in which order',
    sql: 'select sum(number) over (partition by key order by on_day) as value from a.left_side',
    value: ['a.left_side.key', 'a.left_side.number', 'a.left_side.on_day'],
    rows: [],
  },
  {
    what: 'a qualified row',
    sql: 'select number as value from a.left_side qualify row_number() over (partition by key order by on_day) = 1',
    value: ['a.left_side.number'],
    rows: ['a.left_side.key', 'a.left_side.on_day'],
  },
  {
    what: 'a list taken apart',
    sql: 'select unnest(words) as value from a.left_side',
    value: ['a.left_side.words'],
    rows: [],
  },
  {
    what: 'a lambda that looks outside',
    sql: 'select list_transform(words, lambda word: word || key) as value from a.left_side',
    value: ['a.left_side.key', 'a.left_side.words'],
    rows: [],
  },
  {
    what: 'a step used twice',
    sql: `with step as (select key, number + 1 as more from a.left_side)
          select one.more - other.more as value from step as one join step as other using (key)`,
    value: ['a.left_side.number'],
    rows: ['a.left_side.key'],
  },
  {
    what: 'the count of a filtered aggregate',
    sql: 'select count(*) filter (where number > 3) as value from a.left_side',
    value: ['a.left_side.number'],
    rows: [],
  },
  {
    what: 'a plain count as the rows',
    sql: 'select count(*) as value from a.left_side cross join a.right_side',
    value: ['a.left_side.*', 'a.right_side.*'],
    rows: [],
  },
  {
    what: 'the first of each kind',
    sql: 'select distinct on (key) number as value from a.left_side order by on_day',
    value: ['a.left_side.number'],
    rows: ['a.left_side.key', 'a.left_side.on_day'],
  },
  {
    what: 'the row in force on a day',
    sql: `select right_side.number as value from a.left_side
          asof join a.right_side on left_side.key = right_side.key and left_side.number >= right_side.number`,
    value: ['a.right_side.number'],
    rows: ['a.left_side.key', 'a.left_side.number', 'a.right_side.key', 'a.right_side.number'],
  },
  {
    what: 'nothing for values and ranges',
    sql: 'select day + 1 as value from (values (1), (2)) as days (day) cross join range(3)',
    value: [],
    rows: [],
  },
];

describe('lineage follows', () => {
  test.each(cases)('$what', async ({sql, value, rows}) => {
    const lineage = await lineageOf(sql);
    expect(originsOf(lineage, 'b.model', 'value')).toEqual(value);
    expect(originsOf(lineage, 'b.model', null)).toEqual(rows);
  });
});

describe('the lineage of the version before', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'thads-'));
  });
  afterEach(() => rmSync(root, {recursive: true, force: true}));

  /** What `b.model` comes from tonight, when the version before was built from a text of this hash. */
  async function originsAfter(hashBefore: string): Promise<string[]> {
    const before = join(root, `${hashBefore}.duckdb`);
    await withDatabase(before, {}, async (db) => {
      await db.run(`
        create schema meta;
        create table meta.models as select 'b.model' as model, '${hashBefore}' as sql_hash;
        create table meta.lineage_tables as select 'b.model' as model, 'a.once' as reads_model;
        create table meta.lineage_columns as
            select 'b.model' as model, 'value' as column_name, 'a.once' as reads_model, 'old' as reads_column,
                'output' as column_use;
      `);
    });
    return withDatabase(':memory:', {}, async (db) => {
      const sql = 'select number as value from a.now';
      await db.run(`
        create schema meta; create schema a; create schema b;
        create table a.now (number integer);
        create table meta.models as select 'b.model' as model, 'same text' as sql_hash;
        create view b.model as ${sql};
      `);
      await lookBack(before, db);
      await recordModelChanges(db);
      await recordLineage([{layer: 'b', name: 'model', sql, reads: ['a.now']} as unknown as Model], db);
      const columns = await recordsOf<ColumnOrigin>(db, 'from meta.lineage_columns');
      return columns.map(({reads_model, reads_column}) => `${reads_model}.${reads_column}`);
    });
  }

  test('is taken over when no model has changed', async () => {
    expect(await originsAfter('same text')).toEqual(['a.once.old']);
  });

  test('is worked out anew when one has', async () => {
    expect(await originsAfter('another text')).toEqual(['a.now.number']);
  });
});
