import {afterAll, beforeAll, expect, test} from 'vitest';
import type {QualityRulesAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const broken = ({rows}: QualityRulesAnswer) =>
  rows
    .filter(({offenders}) => offenders > 0)
    .map(({unit_id, rule, offenders, files}) => [unit_id, rule, offenders, files])
    .sort();

test('the nation has every rule once, also those that nothing breaks', async () => {
  const answer = await server.read<QualityRulesAnswer>('/quality/rules');
  expect([answer.level, answer.subject, answer.rows.length]).toEqual(['nation', 'case_file', 24]);
  expect(broken(answer)).toEqual([
    ['VN', 'missing_debtor', 1, 300],
    ['VN', 'missing_judgment', 1, 300],
    ['VN', 'missing_money', 1, 300],
    ['VN', 'stale', 5, 300],
  ]);
  expect(answer.rows).toContainEqual({
    unit_id: 'VN',
    rule: 'accepted_after_entered',
    pillar: 'correct',
    offenders: 0,
    files: 300,
  });
});

test('rules are counted for each unit of a level, as of any night', async () => {
  const provinces = await server.read<QualityRulesAnswer>('/quality/rules?level=province&as_of=2026-03-30');
  expect([provinces.night, provinces.rows.length]).toEqual(['2026-03-24', 3 * 24]);
  expect(broken(provinces)).toEqual([
    ['38', 'bad_identifier', 1, 100],
    ['38', 'missing_judgment', 1, 100],
    ['38', 'stale', 1, 100],
  ]);
  const offices = await server.read<QualityRulesAnswer>('/quality/rules?level=office&unit=38');
  expect(broken(offices).map(([unit, rule]) => [unit, rule])).toContainEqual(['38.KV02', 'stale']);
  expect(new Set(offices.rows.map(({unit_id}) => unit_id))).toEqual(new Set(['38.KV01', '38.KV02']));
});

test('petitions have rules of their own, reported apart', async () => {
  const answer = await server.read<QualityRulesAnswer>('/quality/rules?subject=petition&unit=14');
  expect(broken(answer)).toEqual([['14', 'petition_stale', 1, 4]]);
});

test('a unit without data has its rules with nothing to break them', async () => {
  const {rows} = await server.read<QualityRulesAnswer>('/quality/rules?unit=48');
  expect(rows.map(({offenders, files}) => [offenders, files])).toEqual(Array(24).fill([0, 0]));
});

test('rules are not counted by officer', async () => {
  expect(await server.problem('/quality/rules?level=officer')).toMatchObject({
    status: 422,
    detail: 'Tham số “level” có giá trị “officer”: chỉ nhận nation, province, office.',
  });
});
