import {afterAll, beforeAll, expect, test} from 'vitest';
import type {ChangesAnswer, DictionaryAnswer, LineageAnswer, OverviewAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('what changed has the rows of each table, and how we count otherwise', async () => {
  const {compared_with, tables, models} = await server.read<ChangesAnswer>('/changes');
  expect(compared_with).toBe('2026-03-24');
  expect(tables).toEqual([
    {table_name: 'bien_lai', rows_before: 40, rows_now: 40, added: 0, changed: 0, vanished: 0},
    {table_name: 'ho_so', rows_before: 200, rows_now: 300, added: 101, changed: 40, vanished: 1},
  ]);
  expect(models?.map(({model, change, label}) => [model, change, label?.vi])).toEqual([
    ['defects.stale', 'changed', 'Lâu không cập nhật'],
    ['marts.calendar', 'added', undefined],
    ['metrics.money_coverage', 'changed', 'Tỷ lệ cập nhật dữ liệu về tiền'],
  ]);
});

test('figures that moved come by metric, the nation first, then whoever moved most', async () => {
  const {rows} = await server.read<ChangesAnswer>('/changes');
  expect(
    rows
      .filter(({metric}) => ['completion_rate', 'files_missing'].includes(metric))
      .map(({metric, unit_name, before, now, change}) => [metric, unit_name, before, now, change]),
  ).toEqual([
    ['completion_rate', 'Toàn quốc', 200 / 300, 288 / 300, 288 / 300 - 200 / 300],
    // Sơn La had everything and still has.
    ['completion_rate', 'Thanh Hóa', 0.5, 0.94, 0.94 - 0.5],
    ['files_missing', 'Toàn quốc', 100, 12, -88],
    ['files_missing', 'Thanh Hóa', 100, 12, -88],
  ]);
  expect(rows.find(({metric, unit_id}) => metric === 'money_coverage' && unit_id === 'VN')).toMatchObject({
    before: null,
    now: 41 / 150,
    change: null,
  });
});

test('the first night has nothing to be compared with, and no rows or models kept', async () => {
  expect(await server.read<ChangesAnswer>('/changes?as_of=2026-03-24')).toMatchObject({
    compared_with: null,
    tables: null,
    models: null,
    rows: [],
  });
});

test('a column is traced to what it comes from, a model to what it reads and what reads it', async () => {
  const metric = await server.read<LineageAnswer>('/lineage?model=metrics.completion_rate');
  expect(metric.rows).toEqual([
    {
      model: 'metrics.completion_rate',
      column: 'numerator',
      reads_model: 'marts.completion',
      reads_column: 'files_done',
      use: 'output',
    },
    {
      model: 'metrics.completion_rate',
      column: null,
      reads_model: 'marts.completion',
      reads_column: 'entry_system',
      use: 'condition',
    },
  ]);
  const mart = await server.read<LineageAnswer>('/lineage?model=marts.completion');
  expect(mart.models).toEqual([
    {model: 'marts.completion', reads_model: 'marts.case_files'},
    {model: 'metrics.completion_rate', reads_model: 'marts.completion'},
  ]);
  expect((await server.read<LineageAnswer>('/lineage')).models).toHaveLength(2);
  expect(await server.problem('/lineage?model=marts.nothing')).toMatchObject({
    status: 404,
    code: 'unknown_model',
  });
});

test('the dictionary says what a table and a column mean', async () => {
  const {rows} = await server.read<DictionaryAnswer>('/dictionary');
  expect(rows.find(({model, column}) => model === 'marts.units' && column === 'unit_id')).toEqual({
    model: 'marts.units',
    model_meaning_vi: null,
    model_meaning: 'Đơn vị',
    column: 'unit_id',
    type: 'VARCHAR',
    meaning_vi: 'Mã đơn vị',
    meaning_en: 'Unit',
  });
});

test('a version of an older release serves what it has, and says what it has not', async () => {
  await using old = await startTestServer({version: 'old', without: 'marts.calendar'});
  expect((await old.read<OverviewAnswer>('/pages/overview')).pace).toBeNull();
  expect(await old.problem('/metrics/completion_rate/pace')).toMatchObject({
    status: 503,
    code: 'older_version',
    detail:
      'Phiên bản đang dùng được dựng bởi bản phần mềm cũ, chưa có bảng marts.calendar; hãy chạy nightly để có đêm mới.',
  });
});
