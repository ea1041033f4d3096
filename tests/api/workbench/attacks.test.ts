import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Problem} from '../../../api/answers.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {ask, answerOf} from './asking.ts';
import {attacks, type Attack} from './attacks.ts';

let server: TestServer;
let attacker: {authorization: string};
let neighbour: {authorization: string};
beforeAll(async () => {
  // As long as it takes to be sure that a query does not end by itself.
  server = await startTestServer({version: 'night-31'}, {queryLimits: {time: 1500, memory: 500_000_000}});
  attacker = server.as('phan_tich_pii');
  neighbour = server.as('phan_tich_pii');
});
afterAll(() => server[Symbol.asyncDispose]());

test('there are hundreds of attacks', () => {
  expect(Object.values(attacks).flat().length).toBeGreaterThan(300);
});

describe.each(Object.entries(attacks))('attacks by %s', (_, ofKind) => {
  test('end as they must, and a neighbour is answered all the while', async () => {
    let isOver = false;
    const asking = (async () => {
      const found = [];
      while (!isOver) found.push((await answerOf(await ask(server, neighbour, {sql: 'select 1'}))).rows);
      return found;
    })();
    const wrong: string[] = [];
    const waiting = [...ofKind];
    // As many at once as one person may have.
    await Promise.all(
      [1, 2].map(async () => {
        for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
          const found = await outcomeOf(attack);
          if (!(attack.verdict as readonly string[]).includes(found.code)) {
            wrong.push(`${attack.sql.slice(0, 120)} → ${found.code}: ${found.detail}`);
          }
        }
      }),
    );
    isOver = true;
    const neighbours = await asking;
    expect(wrong).toEqual([]);
    expect(neighbours.length).toBeGreaterThan(0);
    expect(new Set(neighbours.map((rows) => JSON.stringify(rows)))).toEqual(new Set(['[[1]]']));
  });
});

async function outcomeOf({sql, params}: Attack): Promise<{code: string; detail: string}> {
  const response = await ask(server, attacker, {sql, ...(params === undefined ? {} : {params})});
  if (response.ok) {
    await answerOf(response);
    return {code: 'answered', detail: ''};
  }
  return (await response.json()) as Problem;
}
