import {afterAll, beforeAll, expect, test} from 'vitest';
import {startTestServer, type TestServer} from '../running-server.ts';
import {answerOf, ask} from './asking.ts';
import {ordinary} from './ordinary.ts';

let server: TestServer;
let analyst: {authorization: string};
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  analyst = server.as('phan_tich_pii');
});
afterAll(() => server[Symbol.asyncDispose]());

test.each(Object.entries(ordinary))('an analyst may write %s', async (_, texts) => {
  const refused: string[] = [];
  const waiting = [...texts];
  // As many at once as one person may have.
  await Promise.all(
    [1, 2].map(async () => {
      for (let sql = waiting.shift(); sql; sql = waiting.shift()) {
        const answered = answerOf(await ask(server, analyst, {sql}));
        await answered.catch((error: unknown) => refused.push(`${sql} → ${String(error)}`));
      }
    }),
  );
  expect(refused).toEqual([]);
});
