/** What `thads status` says of a data folder, on nights small enough to know the answers by heart. */
import {rmSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {withDatabase} from '../../warehouse/database.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {readStatus, type Status} from '../../warehouse/status.ts';
import {statusLines} from '../../warehouse/status-lines.ts';
import {deliver, smallTables, wholeFile} from '../small-landing.ts';

let root: string;
let landing: string;
let data: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  [landing, data] = [join(root, 'landing'), join(root, 'data')];
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const night = () => runNightly({landing, data}, createReporter('quiet'));
const morningAfter = new Date('2026-04-01T01:00:00Z');
const status = () => readStatus(data, morningAfter);
const [first, second] = smallTables['ho_so']! as [(typeof smallTables)['ho_so'][number], never];
const third = {...first, ma_ho_so: 'h3', ngay_nhap: '2026-03-30 09:00:00'};

/** Two nights: on the second a file is changed, one is new, and one more program has come. */
async function twoNights(): Promise<Status> {
  deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
  await night();
  deliver(landing, 'to-chuc-tha', {
    date: '2026-03-31',
    tables: {ho_so: wholeFile('ho_so', [{...first, co_tien: false}, second, third])},
  });
  await night();
  return status();
}

describe('a status', () => {
  test('tells how many nights each program is late', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'tiep-cong-dan', {date: '2026-03-31'});
    await night();
    const {sources, age_days, current} = await status();
    expect(current?.night).toBe('2026-03-31');
    expect(age_days).toBe(1);
    const late = Object.fromEntries(sources.map((one) => [one.program_id, one.age_nights]));
    expect(late).toMatchObject({'to-chuc-tha': 7, 'tiep-cong-dan': 0, 'bien-lai': null});
    const lines = statusLines(await status());
    expect(lines).toContain('◆ chậm 7 đêm  Tổ chức thi hành án: 2026-03-24');
    expect(lines).toContain('◆ chưa giao  Biên lai điện tử: chưa giao lần nào');
    expect(lines.join('\n')).not.toContain('đã cũ');
    expect(statusLines(await readStatus(data, new Date('2026-04-05T01:00:00Z')))).toContain(
      'Số liệu đang dùng đã cũ 5 ngày.',
    );
  });

  test('tells what changed since the night before, and who moved', async () => {
    const two = await twoNights();
    expect(two.changes.find(({table_name}) => table_name === 'ho_so')).toEqual({
      table_name: 'ho_so',
      rows_before: 2,
      rows_now: 3,
      rows_added: 1,
      rows_changed: 1,
      rows_vanished: 0,
    });
    expect(two.movers).toEqual([
      expect.objectContaining({
        metric_id: 'completion_rate',
        unit_id: '38',
        value_before: 2 / 3,
        value_now: 1,
      }),
      expect.objectContaining({metric_id: 'money_coverage', unit_id: '38', value_before: 0.5, value_now: 0}),
    ]);
    const lines = statusLines(two).join('\n');
    expect(lines).toContain('ho_so: 2 → 3 dòng (1 mới, 1 đổi, 0 mất)');
    expect(lines).toMatch(/Thanh Hóa: 66,67% → 100,00% \(\+33,33 điểm\)/);
    expect(lines).not.toContain('don_vi:');
  });

  test('has nothing to compare the first night with', async () => {
    deliver(landing, 'to-chuc-tha');
    await night();
    expect(await status()).toMatchObject({changes: [], movers: [], model_changes: []});
  });

  test('tells what the last run did, with its steps', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31'});
    const {published} = await night();
    const {last_run} = await status();
    expect(last_run).toMatchObject({
      nights: published.map(({night: one, version}) => ({night: one, version, outcome: 'published'})),
      refused: [],
      broken: [],
      held_for: [],
      failures: [],
    });
    const steps = last_run!.steps.map(({step}) => step);
    expect(steps).toContain('Nạp bản giao 2026-03-24/to-chuc-tha');
    expect(steps).toContain('Đêm 2026-03-31: dựng các bảng');
    expect(steps).toEqual([...new Set(steps)]);
  });

  test('tells of refused deliveries and why', async () => {
    deliver(landing, 'to-chuc-tha', {falsify: () => 'not JSON'});
    const {refused} = await night();
    const before = await status();
    expect(before.current).toBeUndefined();
    expect(before.last_run?.refused).toEqual(refused);
    expect(statusLines(before)).toEqual(
      expect.arrayContaining([
        'Chưa có đêm nào được công bố.',
        '  ✗ Bản giao 2026-03-31/to-chuc-tha bị từ chối, không nạp dòng nào:',
      ]),
    );
  });

  test('tells which nights are held and why, and of broken checks with those who broke them', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    await night();
    deliver(landing, 'to-chuc-tha', {date: '2026-03-30', tables: {ho_so: [second], khoan_tien: []}});
    const units = smallTables['don_vi']!.map((unit) =>
      unit['ma_tinh'] === '14' ? {...unit, ma_tinh: '99'} : unit,
    );
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31', tables: {don_vi: wholeFile('don_vi', units)}});
    const outcome = await night();
    const {held, last_run, current} = await status();
    expect(current?.night).toBe('2026-03-24');
    expect(held).toEqual(outcome.held);
    expect(last_run?.nights.map(({outcome: became}) => became)).toEqual(['held', 'broken']);
    expect(last_run?.broken).toEqual([
      {
        check: 'offices_belong_to_a_known_province',
        offenders: 2,
        examples: outcome.broken[0]!.failures[0]!.examples,
      },
    ]);
    const lines = statusLines(await status()).join('\n');
    expect(lines).toContain(`◆ đêm 2026-03-30, phiên bản ${held[0]!.version}`);
    expect(lines).toContain(held[0]!.reasons[0]!.sentence);
    expect(lines).toContain('Phép kiểm offices_belong_to_a_known_province có 2 dòng vi phạm, ví dụ:');
  });

  test('tells which models are not what they were', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    const before = await night();
    await withDatabase(join(data, before.current!.file), {}, async (db) => {
      await db.run(`update meta.models set sql_hash = 'another text' where model = 'marts.completion'`);
      await db.run(`delete from meta.models where model = 'defects.stale'`);
      await db.run(`insert into meta.models (model, sql_hash) values ('marts.long_gone', 'x')`);
    });
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31'});
    await night();
    const after = await status();
    expect(after.model_changes).toEqual([
      {model: 'defects.stale', model_change: 'added'},
      {model: 'marts.completion', model_change: 'changed'},
      {model: 'marts.long_gone', model_change: 'removed'},
    ]);
    expect(statusLines(after)).toContain('  đổi  marts.completion');
  });

  test('reads a version that an older release built', async () => {
    deliver(landing, 'to-chuc-tha');
    const {current} = await night();
    await withDatabase(join(data, current!.file), {}, async (db) => {
      await db.run('drop table meta.changes');
      await db.run('drop table meta.model_changes');
    });
    expect(await status()).toMatchObject({nights: ['2026-03-31'], changes: [], model_changes: []});
  });

  test('tells why a night could not be built', async () => {
    deliver(landing, 'to-chuc-tha');
    await night();
    deliver(landing, 'to-chuc-tha', {date: '2026-04-01'});
    const lake = join(data, 'lake', 'ho_so', 'night=2026-03-31', 'to-chuc-tha.1.parquet');
    writeFileSync(lake, 'not a parquet file any more');
    await expect(night()).rejects.toThrow();
    const {last_run} = await status();
    expect(last_run?.nights).toEqual([{night: '2026-04-01', outcome: 'failed'}]);
    expect(last_run?.failures.join('\n')).toContain('to-chuc-tha.1.parquet');
  });
});
