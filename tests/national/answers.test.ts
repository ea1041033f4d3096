/** The API over nights that the real pipeline published: every answer as its endpoint declares it. */
import {gzipSync} from 'node:zlib';
import {tableFromIPC} from 'apache-arrow';
import {expect, inject, test} from 'vitest';
import type {MetricAnswer, OverviewAnswer} from '../../api/answers.ts';
import {endpoints} from '../../api/app.ts';
import {statusAnswer} from '../../api/schemas.ts';
import {metrics} from '../../warehouse/metrics.ts';

const get = (path: string) => fetch(`${inject('nationalUrl')}/api/v1${path}`);

async function read<Answer>(path: string): Promise<Answer> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

test.each(endpoints.map(({path, answer}) => [path, answer] as const))(
  '%s answers in the shape it declares',
  async (path, answer) => {
    const ids = path.startsWith('/units') ? ['CUC', '38'] : Object.keys(metrics);
    for (const id of path.includes('{id}') ? ids : ['']) {
      answer.parse(await read(path.replace('{id}', id)));
    }
  },
);

test('the status answers in the shape it declares', async () => {
  statusAnswer.parse(await read('/status'));
});

test('each metric has figures at each of its levels', async () => {
  for (const [id, {levels}] of Object.entries(metrics)) {
    for (const level of levels) {
      const {rows} = await read<MetricAnswer>(`/metrics/${id}?level=${level}`);
      expect([id, level, rows.some(({value}) => value !== null)]).toEqual([id, level, true]);
    }
  }
});

test('the first page fits into 60 kB, and agrees with the metrics it is made of', async () => {
  const overview = await read<OverviewAnswer>('/pages/overview');
  expect(gzipSync(JSON.stringify(overview)).length).toBeLessThan(60_000);
  expect(overview.provinces).toHaveLength(34);
  for (const [id, of] of [
    ['completion_rate', 'completion'],
    ['money_coverage', 'money'],
  ] as const) {
    const {rows} = await read<MetricAnswer>(`/metrics/${id}?level=province`);
    expect(
      overview.provinces.map((province) => [province.unit_id, province[of].numerator, province[of].status]),
    ).toEqual(rows.map(({unit_id, numerator, status}) => [unit_id, numerator, status]));
  }
  expect(overview.entries.at(-1)?.done).toBe(overview.nation.completion.numerator);
});

test('every officer of the nation is the same in JSON, CSV and Arrow', async () => {
  const path = '/metrics/officer_completion_rate?level=officer';
  const {rows} = await read<MetricAnswer>(path);
  const csv = await (await get(`${path}&format=csv`)).text();
  const arrow = tableFromIPC(new Uint8Array(await (await get(`${path}&format=arrow`)).arrayBuffer()));
  expect(
    csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 4)),
  ).toEqual(
    rows.map(({unit_id, unit_name, numerator, denominator}) => [
      unit_id,
      unit_name,
      String(numerator ?? ''),
      String(denominator ?? ''),
    ]),
  );
  expect([...(arrow.getChild('value') ?? [])]).toEqual(rows.map(({value}) => value));
  expect([...(arrow.getChild('numerator') ?? [])]).toEqual(
    rows.map(({numerator}) => (numerator === null ? null : BigInt(numerator))),
  );
});
