import {afterAll, beforeAll, expect, test} from 'vitest';
import {Representations, type Representation} from '../../api/representations.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {createVersion, putInForce} from './version.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const path = '/metrics/completion_rate?level=province&unit=38';

test('an answer says its night, its version, that it is made up, and that it must be asked for again', async () => {
  const {headers} = await server.get(path);
  expect(headers.get('x-thads-night')).toBe('2026-03-31');
  expect(headers.get('x-thads-version')).toBe('night-31');
  expect(headers.get('x-thads-demo')).toBe('true');
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization, Cookie');
});

test('an answer that has not changed is not sent again', async () => {
  const etag = (await server.get(path)).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await server.get(path, {'if-none-match': tag});
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('x-thads-version')).toBe('night-31');
  }
  expect((await server.get(path, {'if-none-match': '"other"'})).status).toBe(200);
});

test('each form and coding has an ETag of its own, the order of the parameters has not', async () => {
  const tag = async (address: string, headers = {}) =>
    (await server.get(address, headers)).headers.get('etag');
  const wide = '/pages/overview';
  const tags = [
    await tag(path),
    await tag(`${path}&format=csv`),
    await tag(`${path}&format=arrow`),
    await tag(wide, {'accept-encoding': 'identity'}),
    await tag(wide, {'accept-encoding': 'gzip'}),
    await tag(wide, {'accept-encoding': 'br'}),
  ];
  expect(new Set(tags).size).toBe(tags.length);
  expect(await tag('/metrics/completion_rate?unit=38&level=province')).toBe(tags[0]);
});

test('another version has other ETags, even for the same figures', async () => {
  await using other = await startTestServer({version: 'a'});
  const csv = `${path}&format=csv`;
  const before = await other.get(csv);
  putInForce(other.data, await createVersion(other.data, {version: 'b'}));
  await expect
    .poll(async () => (await other.get(csv)).headers.get('x-thads-version'), {timeout: 5000})
    .toBe('b');
  const after = await other.get(csv);
  expect(await after.text()).toBe(await before.text());
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
});

test('a large answer is compressed for those who can read it', async () => {
  const plain = await server.get('/pages/overview', {'accept-encoding': 'identity'});
  expect(plain.headers.get('content-encoding')).toBeNull();
  const text = await plain.text();
  for (const coding of ['gzip', 'br']) {
    const small = await server.get('/pages/overview', {'accept-encoding': coding});
    expect(small.headers.get('content-encoding')).toBe(coding);
    expect(Number(small.headers.get('content-length'))).toBeLessThan(text.length / 2);
    expect(await small.text()).toBe(text);
  }
  const refused = await server.get('/pages/overview', {'accept-encoding': 'gzip;q=0'});
  expect(refused.headers.get('content-encoding')).toBeNull();
});

test('HEAD answers with the headers of GET and nothing else', async () => {
  const get = await server.get(path);
  const head = await fetch(`${server.url}/api/v1${path}`, {method: 'HEAD', headers: server.as('lanh_dao')});
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const name of ['etag', 'content-type', 'content-length', 'x-thads-night']) {
    expect(head.headers.get(name)).toBe(get.headers.get(name));
  }
});

test('those who ask for the same at the same time wait for one answer, and a failure is tried again', async () => {
  const representations = new Representations();
  const answer: Representation = {body: Buffer.from('one'), headers: {}};
  let made = 0;
  const slowly = async () => {
    made++;
    await new Promise((resolve) => setImmediate(resolve));
    return answer;
  };
  const both = await Promise.all([representations.make('key', slowly), representations.make('key', slowly)]);
  expect([made, both, representations.find('key')]).toEqual([1, [answer, answer], answer]);
  await expect(representations.make('other', () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await representations.make('other', slowly)).toBe(answer);
});

test('finished answers are kept up to a number of bytes, the oldest unused go first', async () => {
  const representations = new Representations();
  const large = {body: Buffer.alloc(15 * 1024 * 1024), headers: {}};
  for (let i = 0; i < 10; i++) await representations.make(`key ${i}`, () => Promise.resolve(large));
  expect(representations.find('key 0')).toBeUndefined();
  expect(representations.find('key 9')).toBe(large);
});
