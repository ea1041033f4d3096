import {afterAll, beforeAll, expect, test} from 'vitest';
import type {DefinitionAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'a'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('a metric tells the SQL that counts it', async () => {
  const {model, sql} = await server.read<DefinitionAnswer>('/metrics/money_coverage/definition');
  expect(model).toBe('metrics.money_coverage');
  expect(sql).toContain("count(*) filter (where money_state = 'complete') as numerator");
});

test('a metric nobody knows has no SQL', async () => {
  expect(await server.problem('/metrics/none/definition')).toMatchObject({
    status: 404,
    code: 'unknown_metric',
  });
});
