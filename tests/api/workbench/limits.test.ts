import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {QueryHistory} from '../../../api/answers.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {answerOf, ask, problemOf} from './asking.ts';

/** Runs until it is stopped. */
const endless = 'select count(*) from range(10000000) as a, range(10000000) as b where a.range * b.range = 7';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'}, {queryLimits: {time: 3_000}});
});
afterAll(() => server[Symbol.asyncDispose]());

const historyOf = async (who: {authorization: string}): Promise<QueryHistory> =>
  (await fetch(`${server.url}/api/v1/query/history`, {headers: who})).json() as Promise<QueryHistory>;

const cancel = (id: string, who: {authorization: string}) =>
  fetch(`${server.url}/api/v1/query/${id}`, {method: 'DELETE', headers: who});

/** Waits until something is so; the test's own time limit ends a wait that is in vain. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((wake) => setTimeout(wake, 20));
}

describe('an answer that is cut says so, and by what', () => {
  test('ten thousand rows on the screen, more in a file', async () => {
    const who = server.as('phan_tich_pii');
    const screen = await answerOf(await ask(server, who, {sql: 'from range(10001)'}));
    expect([screen.row_count, screen.rows.length, screen.truncated, screen.cut_by]).toEqual([
      10_000,
      10_000,
      true,
      ['rows'],
    ]);
    expect((await answerOf(await ask(server, who, {sql: 'from range(10000)'}))).truncated).toBe(false);
    const file = await ask(server, who, {sql: 'from range(10001)'}, {query: '?format=csv'});
    expect(file.headers.get('x-thads-truncated')).toBe(null);
    expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(10_002);
  });

  test('as many rows as were asked for', async () => {
    const {rows, cut_by} = await answerOf(
      await ask(server, server.as('phan_tich_pii'), {sql: 'from range(10)', limit: 3}),
    );
    expect([rows, cut_by]).toEqual([[[0], [1], [2]], ['rows']]);
  });

  test('one megabyte a cell, at a whole letter', async () => {
    const {rows, cut_by} = await answerOf(
      await ask(server, server.as('phan_tich_pii'), {sql: `select repeat('Ầ', 1000000)`}),
    );
    expect([rows, cut_by]).toEqual([[['Ầ'.repeat(333_333)]], ['cells']]);
  });

  test('twenty megabytes in all', async () => {
    const response = await ask(
      server,
      server.as('phan_tich_pii'),
      {sql: `select repeat('x', 900000) from range(100)`},
      {query: '?format=csv'},
    );
    expect(response.headers.get('x-thads-truncated')).toBe('bytes');
    expect((await response.text()).length).toBeLessThan(20_100_000);
  });
});

describe('a query that is stopped is a clear answer', () => {
  test('when it takes too long', async () => {
    const {code, status} = await problemOf(await ask(server, server.as('phan_tich_pii'), {sql: endless}));
    expect([code, status]).toEqual(['query_too_slow', 422]);
  });

  test('when it takes too much memory', async () => {
    const {code} = await problemOf(
      await ask(server, server.as('phan_tich_pii'), {sql: `select repeat('a', 4000000000)`}),
    );
    expect(code).toBe('query_out_of_memory');
  });

  test('when it brings its process down', async () => {
    const sql = `select json_structure(repeat('[', 1000000) || repeat(']', 1000000))`;
    const {code, status} = await problemOf(await ask(server, server.as('phan_tich_pii'), {sql}));
    expect([code, status]).toEqual(['query_crashed', 422]);
  });

  test('when its own person cancels it, and nobody else can', async () => {
    const who = server.as('phan_tich_pii');
    const id = randomUUID();
    const running = ask(server, who, {sql: endless, id});
    await until(async () => (await historyOf(who)).rows[0]?.state === 'running');
    expect((await cancel(id, server.as('phan_tich_pii'))).status).toBe(404);
    expect((await cancel(id, who)).status).toBe(204);
    const {code, status} = await problemOf(await running);
    expect([code, status]).toEqual(['query_cancelled', 422]);
    expect((await cancel(id, who)).status).toBe(404);
    expect((await historyOf(who)).rows[0]).toMatchObject({id, state: 'failed', code: 'query_cancelled'});
  });

  test('and one whose person has left is stopped at once', async () => {
    const who = server.as('phan_tich_pii');
    const leaving = new AbortController();
    const running = ask(server, who, {sql: endless}, {signal: leaving.signal});
    await until(async () => (await historyOf(who)).rows[0]?.state === 'running');
    leaving.abort();
    await expect(running).rejects.toThrow();
    await until(async () => (await historyOf(who)).rows[0]?.state === 'failed');
    expect((await historyOf(who)).rows[0]?.code).toBe('query_cancelled');
  });
});

describe('many at once', () => {
  test('run two at a time for one person, and the rest wait', async () => {
    const who = server.as('phan_tich_pii');
    const four = [1, 2, 3, 4].map(() => ask(server, who, {sql: endless, id: randomUUID()}));
    await until(async () => (await historyOf(who)).rows.length === 2);
    // Another person does not wait behind these.
    await answerOf(await ask(server, server.as('phan_tich_pii'), {sql: 'select 1'}));
    expect((await historyOf(who)).rows.filter(({state}) => state === 'running')).toHaveLength(2);
    for (const response of await Promise.all(four))
      expect((await problemOf(response)).code).toBe('query_too_slow');
  });

  test('are more than the queue takes: those are told when to come again', async () => {
    const who = server.as('phan_tich_pii');
    const ids = Array.from({length: 12}, () => randomUUID());
    const asked = ids.map((id) => ask(server, who, {sql: endless, id}));
    const first = await Promise.race(asked);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '10']);
    expect((await problemOf(first)).code).toBe('too_many_queries');
    for (const id of ids) await cancel(id, who);
    const codes = (await Promise.all(asked)).map(({status}) => status);
    expect(codes.filter((status) => status === 429)).toHaveLength(2);
    expect(codes.filter((status) => status === 422)).toHaveLength(10);
  });
});
