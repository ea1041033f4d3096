/** What a run leaves behind to read, as tools for dbt know it. */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {z} from 'zod';
import {recordsOf, withDatabase} from '../../warehouse/database.ts';
import {dataFolder, type DataFolder} from '../../warehouse/folders.ts';
import {runNightly, type NightlyOutcome} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {readRunResults, recordRun, type RunResult, type RunResults} from '../../warehouse/run-results.ts';
import {deliver, smallTables, wholeFile} from '../small-landing.ts';

/** dbt's schema v6, as https://schemas.getdbt.com/dbt/run-results/v6.json has it: nothing more, nothing less. */
const Timing = z.strictObject({name: z.string(), started_at: z.string(), completed_at: z.string()});
const Result = z.strictObject({
  status: z.enum(['success', 'error', 'skipped', 'partial success', 'pass', 'fail', 'warn', 'runtime error']),
  timing: z.array(Timing),
  thread_id: z.string(),
  execution_time: z.number(),
  adapter_response: z.record(z.string(), z.unknown()),
  message: z.string().nullable(),
  failures: z.int().nullable(),
  unique_id: z.string(),
  compiled: z.boolean().nullable(),
  compiled_code: z.string().nullable(),
  relation_name: z.string().nullable(),
});
const RunResultsArtifact = z.strictObject({
  metadata: z.strictObject({
    dbt_schema_version: z.literal('https://schemas.getdbt.com/dbt/run-results/v6.json'),
    generated_at: z.iso.datetime(),
    invocation_id: z.uuid(),
    env: z.record(z.string(), z.string()),
  }),
  results: z.array(Result),
  elapsed_time: z.number(),
  args: z.record(z.string(), z.unknown()),
});

let root: string;
let landing: string;
let folder: DataFolder;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  landing = join(root, 'landing');
  folder = dataFolder(join(root, 'data'));
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const night = (): Promise<NightlyOutcome> =>
  runNightly({landing, data: folder.root}, createReporter('quiet'));
const find = ({results}: RunResults, id: string): RunResult | undefined =>
  results.find(({unique_id}) => unique_id === id);

describe('a run', () => {
  test('leaves a record for each night that dbt’s schema accepts, under one invocation', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31'});
    const {published} = await night();
    const records = readRunResults(folder);
    for (const record of records) RunResultsArtifact.parse(record);
    expect(records.map(({args}) => args)).toEqual(
      published.map(({night, version}) => ({which: 'nightly', night, version})),
    );
    expect(new Set(records.map(({metadata}) => metadata.invocation_id)).size).toBe(1);
    for (const {results} of records) {
      const ids = results.map(({unique_id}) => unique_id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test('says of each model what it made, of how many rows, from which text', async () => {
    deliver(landing, 'to-chuc-tha');
    const {current} = await night();
    const [record] = readRunResults(folder);
    const caseFiles = find(record!, 'model.thads.marts.case_files')!;
    expect(caseFiles).toMatchObject({
      status: 'success',
      relation_name: '"marts"."case_files"',
      adapter_response: {kind: 'table', rows_affected: 2},
    });
    expect(find(record!, 'model.thads.metrics.completion_rate')!.adapter_response).not.toHaveProperty(
      'rows_affected',
    );
    const [timing] = caseFiles.timing;
    expect(Date.parse(timing!.completed_at)).toBeGreaterThanOrEqual(Date.parse(timing!.started_at));
    expect(find(record!, 'operation.thads.land.2026-03-31.to-chuc-tha')).toMatchObject({
      status: 'success',
      adapter_response: {sequence: 1, rows_affected: 10, rows_quarantined: 0},
    });
    const inVersion = await withDatabase(join(folder.root, current!.file), {access_mode: 'READ_ONLY'}, (db) =>
      recordsOf(db, `select row_count, sql_hash from meta.models where model = 'marts.case_files'`),
    );
    expect(inVersion).toEqual([{row_count: 2, sql_hash: caseFiles.adapter_response['sql_hash']}]);
  });

  test('says of each check whether it held, and shows who broke it', async () => {
    const units = smallTables['don_vi']!.map((unit) =>
      unit['ma_tinh'] === '14' ? {...unit, ma_tinh: '99'} : unit,
    );
    deliver(landing, 'to-chuc-tha', {tables: {don_vi: wholeFile('don_vi', units)}});
    await night();
    const [record] = readRunResults(folder);
    RunResultsArtifact.parse(record);
    expect(record!.args).toEqual({which: 'nightly', night: '2026-03-31'});
    const broken = find(record!, 'test.thads.offices_belong_to_a_known_province')!;
    expect(broken).toMatchObject({status: 'fail', failures: 2});
    expect(broken.message).toContain('14.KV01, 99');
    expect(find(record!, 'test.thads.completion_adds_up')).toMatchObject({status: 'pass', failures: 0});
    expect(find(record!, 'model.thads.marts.case_files')).toMatchObject({status: 'success'});
  });

  test('says why a night is held', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'to-chuc-tha', {
      date: '2026-03-31',
      tables: {ho_so: smallTables['ho_so']!.slice(1), khoan_tien: []},
    });
    const {held} = await night();
    const record = readRunResults(folder).at(-1)!;
    expect(held).toHaveLength(1);
    expect(record.results.filter(({status}) => status === 'warn').map(({message}) => message)).toEqual(
      held[0]!.reasons.map(({sentence}) => sentence),
    );
    expect(record.args).toEqual({which: 'nightly', night: '2026-03-31', version: held[0]!.version});
  });

  test('records a refusal though no night is due, and nothing when nothing came', async () => {
    deliver(landing, 'to-chuc-tha', {falsify: () => 'not JSON'});
    const {refused} = await night();
    const records = readRunResults(folder);
    expect(records).toHaveLength(1);
    expect(records[0]!.args).toEqual({which: 'nightly'});
    expect(find(records[0]!, 'operation.thads.land.2026-03-31.to-chuc-tha')).toMatchObject({
      status: 'error',
      message: refused[0]!.reasons.join('\n'),
    });
    rmSync(join(landing, '2026-03-31'), {recursive: true});
    await night();
    expect(readRunResults(folder)).toHaveLength(1);
  });
});

describe('records', () => {
  const nothing = {landed: [], refused: []};
  const quiet = createReporter('quiet');

  test('are those of the last thirty nights', () => {
    const days = Array.from({length: 31}, (_, i) => `2026-01-${String(i + 1).padStart(2, '0')}`);
    const records = recordRun(nothing, quiet, folder);
    for (const day of days) records.beginNight(day).finish({version: `${day}-v`, held_for: []});
    expect(readRunResults(folder).map(({args}) => args.night)).toEqual(days.slice(1));
  });

  test('tell what made a night fail, and what caused that', () => {
    const why = new Error('sql/marts/x.sql failed', {cause: new Error('Out of Memory')});
    recordRun(nothing, quiet, folder).beginNight('2026-03-31').fail(why);
    expect(find(readRunResults(folder)[0]!, 'operation.thads.night.2026-03-31')).toMatchObject({
      status: 'error',
      message: 'sql/marts/x.sql failed\nOut of Memory',
    });
  });

  test('never hide what made a night fail', () => {
    mkdirSync(folder.root, {recursive: true});
    writeFileSync(folder.runs, 'a file where the folder should be');
    const record = recordRun(nothing, quiet, folder).beginNight('2026-03-31');
    expect(() => record.fail(new Error('the disk is full'))).not.toThrow();
    expect(readFileSync(folder.runs, 'utf8')).toBe('a file where the folder should be');
  });

  test('leave no draft of a run that died behind', () => {
    mkdirSync(folder.runs, {recursive: true});
    writeFileSync(join(folder.runs, '20260331T020000.2026-03-30.json.draft'), '{');
    recordRun(nothing, quiet, folder).beginNight('2026-03-31').finish({version: 'v', held_for: []});
    expect(readdirSync(folder.runs).filter((name) => name.endsWith('.draft'))).toEqual([]);
    expect(existsSync(folder.runs)).toBe(true);
  });
});
