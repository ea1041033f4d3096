import {afterAll, beforeAll, expect, test} from 'vitest';
import type {MetricAnswer, MetricCatalogue, SeriesAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const values = ({rows}: MetricAnswer) => rows.map(({unit_id, value, status}) => [unit_id, value, status]);

test('the catalogue lists every metric with the target in force and its letter', async () => {
  const {rows, night, version} = await server.read<MetricCatalogue>('/metrics');
  expect([night, version]).toEqual(['2026-03-31', 'night-31']);
  expect(rows.map(({id}) => id)).toContain('money_coverage');
  expect(rows.find(({id}) => id === 'completion_rate')?.target).toEqual({
    goal: 1,
    floor: 0.95,
    deadline: '2026-04-14T23:59:59+07:00',
    letter: 'CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)',
    clause: '1',
    by_default: false,
  });
  expect(rows.find(({id}) => id === 'money_item_coverage')?.target).toBeNull();
});

test('a metric is the nation’s on the latest night unless asked otherwise', async () => {
  expect(await server.read('/metrics/completion_rate')).toEqual({
    as_of: '2026-03-31',
    night: '2026-03-31',
    version: 'night-31',
    demo: false,
    metric: 'completion_rate',
    level: 'nation',
    rows: [
      {unit_id: 'VN', unit_name: 'Toàn quốc', numerator: 288, denominator: 300, value: 0.96, status: 'near'},
    ],
  });
});

test('provinces come in the order of the Vietnamese alphabet, also the one without data', async () => {
  const answer = await server.read<MetricAnswer>('/metrics/completion_rate?level=province');
  expect(answer.rows.map(({unit_name}) => unit_name)).toEqual(['Đà Nẵng', 'Sơn La', 'Thanh Hóa']);
  expect(values(answer)).toEqual([
    ['48', null, 'no_data'],
    ['14', 1, 'met'],
    ['38', 0.94, 'missed'],
  ]);
});

test('a unit narrows the rows to itself and what is below it', async () => {
  const offices = await server.read<MetricAnswer>('/metrics/completion_rate?level=office&unit=38');
  expect(values(offices)).toEqual([
    ['38.KV01', 0.9, 'missed'],
    ['38.KV02', 0.98, 'near'],
  ]);
  const all = await server.read<MetricAnswer>('/metrics/completion_rate?level=office&unit=VN');
  expect(all.rows).toHaveLength(4);
  const department = await server.read<MetricAnswer>('/metrics/completion_rate?level=office&unit=CUC');
  expect(department.rows).toEqual(all.rows);
  const itself = await server.read<MetricAnswer>('/metrics/completion_rate?level=office&unit=38.KV02');
  expect(values(itself)).toEqual([['38.KV02', 0.98, 'near']]);
});

test('a unit named without a level is answered at its own', async () => {
  const province = await server.read<MetricAnswer>('/metrics/completion_rate?unit=38');
  expect([province.level, ...values(province)]).toEqual(['province', ['38', 0.94, 'missed']]);
  const officer = await server.read<MetricAnswer>('/metrics/officer_completion_rate?unit=CB1');
  expect([officer.level, ...values(officer)]).toEqual(['officer', ['CB1', 0.9, 'missed']]);
});

test('enforcement officers of an office are listed by given name', async () => {
  const answer = await server.read<MetricAnswer>(
    '/metrics/officer_completion_rate?level=officer&unit=38.KV01',
  );
  expect(answer.rows.map(({unit_name, numerator}) => [unit_name, numerator])).toEqual([
    ['Đặng Văn An', 10],
    ['Trần Thị Đào', 9],
  ]);
});

test('a figure known for a province alone counts for the province and the nation, not for its offices', async () => {
  const at = async (level: string) => {
    const {rows} = await server.read<MetricAnswer>(`/metrics/money_amount_coverage?level=${level}`);
    return rows.map(({numerator}) => numerator);
  };
  expect(await at('nation')).toEqual([9007199254740991]);
  expect(await at('province')).toEqual([null, null, 9007199254740991]);
  expect(await at('office')).toEqual([null, null, null, null]);
});

test('a count has no denominator and is judged by the lower being better', async () => {
  const {rows} = await server.read<MetricAnswer>('/metrics/files_missing?level=province');
  expect(rows.map(({value, denominator, status}) => [value, denominator, status])).toEqual([
    [null, null, 'no_data'],
    [0, null, 'met'],
    [12, null, 'missed'],
  ]);
});

test('any date is answered with the last night at or before it', async () => {
  const before = await server.read<MetricAnswer>('/metrics/completion_rate?as_of=2026-03-30');
  expect([before.as_of, before.night, before.rows[0]?.numerator]).toEqual(['2026-03-30', '2026-03-24', 200]);
  const after = await server.read<MetricAnswer>('/metrics/completion_rate?as_of=2027-01-01');
  expect([after.as_of, after.night, after.rows[0]?.numerator]).toEqual(['2027-01-01', '2026-03-31', 288]);
});

test('a series gives each night with the target of that night', async () => {
  const {rows, from, to, night} = await server.read<SeriesAnswer>('/metrics/completion_rate/series?unit=38');
  expect([from, to, night]).toEqual(['2026-03-24', '2026-03-31', '2026-03-31']);
  expect(rows.map(({night: of, numerator, value, target}) => [of, numerator, value, target])).toEqual([
    ['2026-03-24', 100, 0.5, 1],
    ['2026-03-31', 188, 0.94, 1],
  ]);
  const short = await server.read<SeriesAnswer>(
    '/metrics/completion_rate/series?from=2026-03-25&to=2026-04-30',
  );
  expect([short.to, short.night]).toEqual(['2026-04-30', '2026-03-31']);
  expect(short.rows.map(({night: of}) => of)).toEqual(['2026-03-31']);
});

test('an officer has a series of their own', async () => {
  const {rows} = await server.read<SeriesAnswer>('/metrics/officer_completion_rate/series?unit=CB1');
  expect(rows.map(({night, value, status}) => [night, value, status])).toEqual([
    ['2026-03-24', null, 'no_data'],
    ['2026-03-31', 0.9, 'missed'],
  ]);
});
