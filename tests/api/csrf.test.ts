import {afterAll, beforeAll, expect, test} from 'vitest';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount, password, signIn} from './signing-in.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer({version: 'a'});
  await addAccount(server, 'quan.ly', 'quan_tri');
  ({cookie} = await signIn(server, 'quan.ly'));
});
afterAll(() => server[Symbol.asyncDispose]());

const body = JSON.stringify({name: 'máy báo cáo', role: 'lanh_dao'});
const json = {'content-type': 'application/json'};

const makeToken = (headers: Record<string, string>, sent = body) =>
  fetch(`${server.url}/api/v1/tokens`, {method: 'POST', headers, body: sent});

test.each([
  ['another site', {origin: 'https://evil.example'}],
  ['another port of this machine', {origin: 'http://127.0.0.1:1'}],
  ['a page without an origin', {origin: 'null'}],
  ['another site, as the browser says', {'sec-fetch-site': 'cross-site'}],
  ['a sister site, as the browser says', {'sec-fetch-site': 'same-site'}],
  ['nobody knows where', {}],
])('a change that comes from %s is refused, though the browser sent the cookie', async (_, from) => {
  const response = await makeToken({...json, cookie, ...(from as Record<string, string>)});
  expect([response.status, await response.json()]).toMatchObject([403, {code: 'cross_site'}]);
});

test.each([
  ['its origin', () => ({origin: server.url})],
  ['the browser', () => ({'sec-fetch-site': 'same-origin'})],
])('a change that comes from our own page, as %s says, is made', async (_, from) => {
  expect((await makeToken({...json, cookie, ...from()})).status).toBe(201);
});

test('a program with a token needs no origin, but the token does not help a page of somebody else’s', async () => {
  const token = server.as('quan_tri');
  expect((await makeToken({...json, ...token})).status).toBe(201);
  expect((await makeToken({...json, ...token, origin: 'https://evil.example'})).status).toBe(403);
  expect((await makeToken({...json, ...token, cookie})).status).toBe(403);
});

test('nobody is signed in by a page of somebody else’s', async () => {
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: {...json, origin: 'https://evil.example'},
    body: JSON.stringify({account: 'quan.ly', password}),
  });
  expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
});

test.each([
  ['a form', 415, 'only_json', {'content-type': 'application/x-www-form-urlencoded'}, 'name=a'],
  ['text that is JSON', 415, 'only_json', {'content-type': 'text/plain'}, body],
  ['JSON that breaks off', 400, 'bad_request', json, '{"name":'],
  ['a member nobody knows', 422, 'invalid_body', json, '{"name":"a","role":"lanh_dao","admin":true}'],
  ['a role nobody has', 422, 'invalid_body', json, '{"name":"a","role":"root"}'],
  ['more than anybody needs', 413, 'body_too_large', json, JSON.stringify({name: 'a'.repeat(300_000)})],
])('%s is refused', async (_, status, code, headers, sent) => {
  const response = await makeToken({origin: server.url, cookie, ...headers}, sent);
  expect([response.status, await response.json()]).toMatchObject([status, {code}]);
});
