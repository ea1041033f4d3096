import {afterAll, beforeAll, expect, test} from 'vitest';
import type {EntriesAnswer, OverviewAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

test('the first page has the nation beside a week earlier, and its course', async () => {
  const {nation, compared_with, targets, demo} = await server.read<OverviewAnswer>('/pages/overview');
  expect([compared_with, demo]).toEqual(['2026-03-24', true]);
  expect(nation.completion).toEqual({
    numerator: 288,
    denominator: 300,
    value: 0.96,
    status: 'near',
    previous: {numerator: 200, denominator: 300, value: 200 / 300, status: 'missed'},
    history: [
      {night: '2026-03-24', value: 200 / 300},
      {night: '2026-03-31', value: 0.96},
    ],
  });
  expect([nation.files_missing.value, nation.files_missing.previous?.value]).toEqual([12, 100]);
  expect([nation.money.numerator, nation.money.denominator, nation.money.status]).toEqual([41, 150, 'near']);
  expect(nation.petitions.value).toBe(0.75);
  expect(nation.offices_complete).toEqual({numerator: 1, denominator: 3});
  expect([targets.money?.floor, targets.petitions?.goal]).toEqual([0.05, 1]);
});

test('the first page has every province, also the one without data, in the Vietnamese order', async () => {
  const {provinces} = await server.read<OverviewAnswer>('/pages/overview');
  expect(
    provinces.map(({unit_name, offices, files_missing, money_files_missing, completion, money}) => [
      unit_name,
      offices,
      files_missing,
      money_files_missing,
      completion.value,
      money.status,
    ]),
  ).toEqual([
    ['Đà Nẵng', 1, 0, 0, null, 'no_data'],
    ['Sơn La', 1, 0, 10, 1, 'near'],
    ['Thanh Hóa', 2, 12, 99, 0.94, 'missed'],
  ]);
});

test('the pace counts working days to the deadline, and what they brought and must bring', async () => {
  const {pace} = await server.read<OverviewAnswer>('/pages/overview');
  expect(pace).toEqual({
    deadline: '2026-04-14T23:59:59+07:00',
    working_days_left: 10,
    needed_per_working_day: 1.2,
    entered_per_working_day: 25,
    // Twelve files are missing: the next working day brings them.
    forecast: {p10: '2026-04-01', p50: '2026-04-01', p90: '2026-04-01'},
    no_forecast: null,
  });
});

test('a pace is not read from fewer than seven working days', async () => {
  const {pace, compared_with, nation} = await server.read<OverviewAnswer>('/pages/overview?as_of=2026-03-24');
  expect(pace).toEqual({
    deadline: '2026-03-25T23:59:59+07:00',
    working_days_left: 1,
    needed_per_working_day: 100,
    entered_per_working_day: null,
    forecast: null,
    no_forecast: 'too_little_history',
  });
  expect([compared_with, nation.completion.previous]).toEqual([null, null]);
});

test('the first page can be compared with any other date', async () => {
  const {compared_with, nation} = await server.read<OverviewAnswer>(
    '/pages/overview?as_of=2026-03-24&compare=2026-04-02',
  );
  expect([compared_with, nation.completion.previous?.numerator]).toEqual(['2026-03-31', 288]);
});

test('the map shows Hoàng Sa and Trường Sa as parts of Đà Nẵng and Khánh Hòa', async () => {
  const {tiles} = await server.read<OverviewAnswer>('/pages/overview');
  expect(tiles).toHaveLength(36);
  expect(
    tiles.filter(({parent_id}) => parent_id !== null).map(({name, parent_id}) => [name, parent_id]),
  ).toEqual([
    ['Quần đảo Hoàng Sa (TP. Đà Nẵng)', '48'],
    ['Quần đảo Trường Sa (tỉnh Khánh Hòa)', '56'],
  ]);
});

test('entries are added up day by day, also those of a Saturday', async () => {
  const {rows} = await server.read<EntriesAnswer>('/entries');
  expect(rows.slice(2, 4)).toEqual([
    {day: '2026-03-20', done: 75},
    {day: '2026-03-21', done: 113},
  ]);
  expect(rows.at(-1)).toEqual({day: '2026-03-31', done: 288});
  const earlier = await server.read<EntriesAnswer>('/entries?as_of=2026-03-24');
  expect(earlier.rows).toEqual([{day: '2026-03-24', done: 200}]);
});
