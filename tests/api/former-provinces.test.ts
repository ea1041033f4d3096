import {afterAll, beforeAll, expect, test} from 'vitest';
import type {FormerProvincesAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('the 63 provinces of before each have the one of today’s 34 they became part of', async () => {
  const {rows} = await server.read<FormerProvincesAnswer>('/former-provinces');
  expect(rows).toHaveLength(63);
  expect(new Set(rows.map(({province_id}) => province_id)).size).toBe(34);
  expect(
    rows
      .filter(({province_id}) => province_id === '19')
      .map(({former_province_id, former_province_name}) => [former_province_id, former_province_name]),
  ).toEqual([
    ['19', 'Thái Nguyên'],
    ['06', 'Bắc Kạn'],
  ]);
});

test('the seven codes that mean another province today are told', async () => {
  const {rows} = await server.read<FormerProvincesAnswer>('/former-provinces');
  const reused = rows.filter(({is_code_reused}) => is_code_reused);
  expect(reused.map(({former_province_id}) => former_province_id).sort()).toEqual([
    '15',
    '24',
    '44',
    '52',
    '80',
    '82',
    '91',
  ]);
});

test('a province is told of what it is made of itself', async () => {
  const response = await server.get('/former-provinces?unit=38', server.as('tinh', '38'));
  const {rows} = (await response.json()) as FormerProvincesAnswer;
  expect(rows.map(({former_province_name}) => former_province_name)).toEqual(['Thanh Hóa']);
  expect((await server.get('/former-provinces', server.as('tinh', '38'))).status).toBe(403);
});
