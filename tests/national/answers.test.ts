/** The API over nights that the real pipeline published: every answer as its endpoint declares it. */
import {gzipSync} from 'node:zlib';
import {tableFromIPC} from 'apache-arrow';
import {expect, inject, test} from 'vitest';
import type {
  DefectsAnswer,
  MetricAnswer,
  NominationsAnswer,
  OverviewAnswer,
  PaceAnswer,
  QualityRulesAnswer,
  RankingAnswer,
} from '../../api/answers.ts';
import {endpoints} from '../../api/app.ts';
import {statusAnswer} from '../../api/schemas.ts';
import {metrics} from '../../warehouse/metrics.ts';
import {leadershipOf} from '../access.ts';

const headers = leadershipOf(inject('nationalData'));
const get = (path: string) => fetch(`${inject('nationalUrl')}/api/v1${path}`, {headers});

async function read<Answer>(path: string): Promise<Answer> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

/** What each address is asked for; what it needs to know is looked up in the answers themselves. */
async function addressesOf(path: string): Promise<string[]> {
  const campaign = '/campaigns/nen-tang-so-2026';
  const among = <T>(rows: readonly T[]): T => {
    const [row] = rows;
    if (row === undefined) throw new Error(`Nothing to ask ${path} for`);
    return row;
  };
  if (path === '/lists/{id}') return ['/lists/money_coverage_below_5', '/lists/gap_smallest_13'];
  if (path === '/officers') return [`${path}?name=nguyen`];
  if (path.startsWith('/pages/officer')) {
    const {rows} = await read<MetricAnswer>('/metrics/officer_completion_rate?level=officer&unit=38');
    return [`${path}?unit=${among(rows).unit_id}`];
  }
  if (path.startsWith('/campaigns/{id}')) {
    const {rows, not_ranked} = await read<RankingAnswer>(`${campaign}/ranking?kind=office`);
    const [first, second] = [among(rows).unit_id, among(not_ranked).unit_id];
    const asked: Record<string, string> = {
      '/explanation': `?kind=office&candidate=${first}`,
      '/comparison': `?kind=office&first=${first}&second=${second}`,
      '/what-if': '?kind=individual&quality=0.8',
    };
    const address = path.replace('/campaigns/{id}', campaign);
    if (!address.includes('{nomination}'))
      return [address + (asked[path.slice('/campaigns/{id}'.length)] ?? '')];
    const nominations = await read<NominationsAnswer>(`${campaign}/nominations`);
    return [address.replace('{nomination}', among(nominations.rows).id)];
  }
  if (path.startsWith('/units/{id}')) return ['/units/CUC', '/units/38'];
  if (path.endsWith('/pace')) return [path.replace('{id}', 'completion_rate')];
  return path.includes('{id}') ? Object.keys(metrics).map((id) => path.replace('{id}', id)) : [path];
}

// A ranking is frozen by people, and in these nights nobody has: see tests/api/board.
const answering = endpoints.filter(({path}) => !path.includes('{freeze}'));

test.each(answering.map(({path, answer}) => [path, answer] as const))(
  '%s answers in the shape it declares',
  async (path, answer) => {
    for (const address of await addressesOf(path)) answer.parse(await read(address));
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

test('the fix list of the nation is whole in a file, and counts what the rules count', async () => {
  const {total, counts} = await read<DefectsAnswer>('/defects?limit=1');
  const {rows} = await read<QualityRulesAnswer>('/quality/rules');
  const listed = new Map(counts.rule.map(({rule, offences}) => [rule, offences]));
  expect(rows.map(({rule}) => [rule, listed.get(rule) ?? 0])).toEqual(
    rows.map(({rule, offenders}) => [rule, offenders]),
  );
  const lines = (await (await get('/defects?format=csv')).text()).split('\r\n');
  expect(lines).toHaveLength(total + 2);
  const subjects = lines.slice(1, -1).map((line) => {
    const [rule, , , , file, petition] = line.split(',');
    return [rule, file, petition].join(' ');
  });
  expect(new Set(subjects).size).toBe(total);
});

test('what an office gains by fixing everything that stands alone is no more than its score lacks', async () => {
  const [office] = (await read<MetricAnswer>('/metrics/quality_score?level=office&unit=38')).rows;
  let gain = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: DefectsAnswer = await read<DefectsAnswer>(
      `/defects?unit=${office?.unit_id}&limit=1000${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    gain += page.rows.reduce((sum, {score_gain}) => sum + (score_gain ?? 0), 0);
    cursor = page.next;
  }
  expect(gain).toBeGreaterThan(0);
  expect(gain).toBeLessThanOrEqual(1 - (office?.value ?? 0) + 1e-9);
});

test('the first page and the pace say the same of the nation, and provinces add up to it', async () => {
  const {pace} = await read<OverviewAnswer>('/pages/overview');
  const nation = await read<PaceAnswer>('/metrics/completion_rate/pace');
  expect(nation.rows[0]).toMatchObject({
    missing: 3040,
    working_days_left: 10,
    needed_per_working_day: 304,
    forecast: pace?.forecast,
  });
  const provinces = await read<PaceAnswer>('/metrics/completion_rate/pace?level=province');
  expect(provinces.rows.reduce((sum, {missing}) => sum + (missing ?? 0), 0)).toBe(3040);
});
