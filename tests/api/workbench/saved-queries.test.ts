import {afterAll, beforeAll, expect, test} from 'vitest';
import type {SavedQueryAnswer} from '../../../api/answers.ts';
import {savedQueriesAnswer, savedQueryAnswer, savedQueryHistory} from '../../../api/query-schemas.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {answerOf, ask, problemOf} from './asking.ts';

let server: TestServer;
let owner: {authorization: string};
let other: {authorization: string};
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  owner = server.as('phan_tich_pii');
  other = server.as('tinh', '14');
});
afterAll(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, who: {authorization: string}, body?: unknown) =>
  fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {...who, ...(body === undefined ? {} : {'content-type': 'application/json'})},
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });

const keep = async (body: object): Promise<SavedQueryAnswer> =>
  savedQueryAnswer.parse(await (await send('POST', '/queries', owner, body)).json());

const listOf = async (who: {authorization: string}) =>
  savedQueriesAnswer.parse(await (await send('GET', '/queries', who)).json()).rows.map(({id}) => id);

const officials = `select province_id from marts.units where unit_level = $cap order by 1`;

test('a query is one’s own until it is shared', async () => {
  const {id, version} = await keep({
    name: 'Tỉnh',
    sql: officials,
    parameters: [{name: 'cap', kind: 'text', label: 'Cấp'}],
  });
  expect([await listOf(owner), await listOf(other)]).toEqual([[id], []]);
  expect((await problemOf(await send('GET', `/queries/${id}`, other))).code).toBe('unknown_query');
  await send('PATCH', `/queries/${id}`, owner, {version, is_shared: true});
  expect(await listOf(other)).toContain(id);
});

test('a shared query runs with the rights of whoever runs it', async () => {
  const {id} = await keep({
    name: 'Cán bộ',
    sql: 'select distinct province_id from marts.officials',
    is_shared: true,
  });
  const seenBy = async (who: {authorization: string}) =>
    (await answerOf(await ask(server, who, {saved: {id}}))).rows;
  expect([await seenBy(owner), await seenBy(other)]).toEqual([[['38']], []]);
});

test('only its owner changes it, and every text it had is kept', async () => {
  const {id} = await keep({name: 'Một', sql: 'select 1', is_shared: true});
  expect(
    (await problemOf(await send('PATCH', `/queries/${id}`, other, {version: 1, sql: 'select 3'}))).code,
  ).toBe('not_permitted');
  await send('PATCH', `/queries/${id}`, owner, {version: 1, sql: 'select 2'});
  const {sql, version, versions} = savedQueryHistory.parse(
    await (await send('GET', `/queries/${id}`, owner)).json(),
  );
  expect([sql, version, versions.map((one) => one.sql)]).toEqual(['select 2', 2, ['select 2', 'select 1']]);
  expect((await answerOf(await ask(server, owner, {saved: {id, version: 1}}))).rows).toEqual([[1]]);
});

test('a change of a text that has changed meanwhile is refused', async () => {
  const {id} = await keep({name: 'Hai', sql: 'select 1'});
  await send('PATCH', `/queries/${id}`, owner, {version: 1, sql: 'select 2'});
  const late = await send('PATCH', `/queries/${id}`, owner, {version: 1, sql: 'select 3'});
  expect((await problemOf(late)).code).toBe('changed_meanwhile');
});

test('one that is taken away is nowhere any more', async () => {
  const {id} = await keep({name: 'Ba', sql: 'select 1', is_shared: true});
  expect((await problemOf(await send('DELETE', `/queries/${id}`, other))).code).toBe('not_permitted');
  expect((await send('DELETE', `/queries/${id}`, owner)).status).toBe(204);
  expect([await listOf(owner), await listOf(other)].flat()).not.toContain(id);
  expect((await problemOf(await ask(server, owner, {saved: {id}}))).code).toBe('unknown_query');
});

test('a question has either a text or a kept query', async () => {
  for (const body of [{}, {sql: 'select 1', saved: {id: 'x'}}]) {
    expect((await problemOf(await ask(server, owner, body))).code).toBe('invalid_body');
  }
});
