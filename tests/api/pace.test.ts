import {afterAll, beforeAll, expect, test} from 'vitest';
import type {PaceAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('the nation has its pace, what it would need, and the days it will be done by', async () => {
  const {rows, deadline} = await server.read<PaceAnswer>('/metrics/completion_rate/pace');
  expect(deadline).toBe('2026-04-14T23:59:59+07:00');
  expect(rows).toEqual([
    {
      unit_id: 'VN',
      unit_name: 'Toàn quốc',
      missing: 12,
      working_days_left: 10,
      needed_per_working_day: 1.2,
      entered_per_working_day: 25,
      forecast: {p10: '2026-04-01', p50: '2026-04-01', p90: '2026-04-01'},
      no_forecast: null,
    },
  ]);
});

test('an office has a pace of its own', async () => {
  const {rows} = await server.read<PaceAnswer>('/metrics/completion_rate/pace?unit=38&level=office');
  expect(
    rows.map(({unit_id, missing, entered_per_working_day, forecast, no_forecast}) => [
      unit_id,
      missing,
      entered_per_working_day,
      forecast?.p90,
      no_forecast,
    ]),
  ).toEqual([
    ['38.KV01', 10, 5, '2026-04-02', null],
    ['38.KV02', 2, null, undefined, 'too_little_history'],
  ]);
});

test('a province adds up its offices, and one that is done or unknown says so', async () => {
  const {rows} = await server.read<PaceAnswer>('/metrics/completion_rate/pace?level=province');
  expect(
    rows.map(({unit_name, missing, entered_per_working_day, no_forecast}) => [
      unit_name,
      missing,
      entered_per_working_day,
      no_forecast,
    ]),
  ).toEqual([
    ['Đà Nẵng', null, null, 'no_data'],
    ['Sơn La', 0, null, 'nothing_missing'],
    ['Thanh Hóa', 12, 14.8, null],
  ]);
});

test('an earlier night has the pace it knew, of the nation alone', async () => {
  const {rows} = await server.read<PaceAnswer>('/metrics/completion_rate/pace?as_of=2026-03-24');
  expect(rows[0]).toMatchObject({
    missing: 100,
    needed_per_working_day: 100,
    no_forecast: 'too_little_history',
  });
  expect(await server.problem('/metrics/completion_rate/pace?as_of=2026-03-24&level=province')).toMatchObject(
    {
      status: 422,
      code: 'night_not_kept',
      detail:
        'Nhịp nhập theo tỉnh và phòng chỉ có ở đêm mới nhất (2026-03-31); hãy bỏ as_of hoặc hỏi level=nation.',
    },
  );
});

test('only completion has a pace', async () => {
  expect(await server.problem('/metrics/money_coverage/pace')).toMatchObject({
    status: 422,
    detail: 'Chỉ tiêu money_coverage không có nhịp nhập; chỉ completion_rate có.',
  });
  expect((await server.problem('/metrics/nothing/pace')).status).toBe(404);
});
