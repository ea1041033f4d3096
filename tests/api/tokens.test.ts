import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {system} from '../../api/state/accounts.ts';
import {searchAudit} from '../../api/state/audit.ts';
import {createToken, listTokens, revokeToken} from '../../api/state/tokens.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {withState} from './signing-in.ts';

let server: TestServer;
let now = Date.parse('2026-04-01T08:00:00+07:00');
beforeAll(async () => {
  server = await startTestServer({version: 'a'}, {clock: () => now});
});
afterAll(() => server[Symbol.asyncDispose]());

const asker = (secret: string) => ({authorization: `Bearer ${secret}`});
const make = (more: {until?: string} = {}) =>
  withState(server, (store) =>
    createToken(store, {name: 'báo cáo tuần', role: 'lanh_dao', ...more}, system, new Date(now)),
  );

describe('a token', () => {
  test('opens what its role opens, and says whose it is', async () => {
    const {token, secret} = await make();
    expect(secret).toMatch(/^thads_[\w-]{43}$/);
    const session = await server.get('/session', asker(secret));
    expect(await session.json()).toMatchObject({
      id: `token:${token.id}`,
      name: 'báo cáo tuần',
      role: 'lanh_dao',
      via: 'token',
    });
  });

  test('is kept as a hash, which opens nothing', async () => {
    const {secret} = await make();
    const kept = await withState(server, ({db}) => JSON.stringify(db.prepare('select * from tokens').all()));
    expect(kept).not.toContain(secret);
    const [row] = JSON.parse(kept) as {token_hash: string}[];
    expect((await server.get('/metrics', asker(row!.token_hash))).status).toBe(401);
  });

  test('is good for a year unless it is said, to the end of its last day in Vietnam', async () => {
    const before = now;
    expect((await make()).token.until).toBe('2027-04-01');
    const {secret} = await make({until: '2026-04-30'});
    now = Date.parse('2026-04-30T23:59:59+07:00');
    expect((await server.get('/metrics', asker(secret))).status).toBe(200);
    now = Date.parse('2026-05-01T00:00:00+07:00');
    const late = await server.problem('/metrics', asker(secret));
    expect(late).toMatchObject({status: 401, code: 'sign_in_required'});
    expect(late.detail).toContain('đã hết hạn hoặc đã bị thu hồi');
    now = before;
  });

  test('opens nothing any more from the moment it is revoked', async () => {
    const {token, secret} = await make();
    expect((await server.get('/metrics', asker(secret))).status).toBe(200);
    await withState(server, (store) => revokeToken(store, token.id, system));
    expect((await server.get('/metrics', asker(secret))).status).toBe(401);
    await withState(server, (store) => {
      expect(() => revokeToken(store, token.id, system)).toThrow('Không có token');
      expect(searchAudit(store, {subject: `token:${token.id}`}).map(({action}) => action)).toEqual([
        'token.revoke',
        'token.create',
      ]);
    });
  });

  test.each(['Bearer', 'Bearer ', 'Bearer a b', 'Basic YTpi', `Bearer thads_${'a'.repeat(43)}`])(
    'that is not one (%s) is refused, where anybody may ask, too',
    async (authorization) => {
      for (const path of ['/metrics', '/health']) {
        const response = await server.get(path, {authorization});
        expect([response.status, response.headers.get('www-authenticate')]).toEqual([
          401,
          'Bearer realm="THADS"',
        ]);
      }
    },
  );
});

test.each([
  [{role: 'tinh'}, 'cần mã tỉnh'],
  [{role: 'lanh_dao', province: '38'}, 'Chỉ vai trò tinh'],
  [{role: 'phan_tich_pii'}, 'phải nêu mục đích'],
  [{role: 'lanh_dao', until: '2026-03-31'}, 'từ hôm nay'],
  [{role: 'lanh_dao', until: '2027-12-31'}, 'từ hôm nay đến 2027-04-02'],
  [{role: 'lanh_dao', name: ' '}, 'từ 1 đến 200 ký tự'],
])('a token that cannot be (%j) is not made', async (wanted, sentence) => {
  const response = await fetch(`${server.url}/api/v1/tokens`, {
    method: 'POST',
    headers: {...server.as('quan_tri'), 'content-type': 'application/json'},
    body: JSON.stringify({name: 'thử', ...wanted}),
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({detail: expect.stringContaining(sentence) as string});
});

test('the administrator makes a token, sees it without its secret, and takes it back', async () => {
  const headers = {...server.as('quan_tri'), 'content-type': 'application/json'};
  const made = await fetch(`${server.url}/api/v1/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify({name: 'Excel của phòng', role: 'tinh', province: '38'}),
  });
  const {token, secret} = (await made.json()) as {token: {id: string}; secret: string};
  expect((await server.get('/metrics/completion_rate?unit=38', asker(secret))).status).toBe(200);
  const listed = await (await server.get('/tokens', server.as('quan_tri'))).text();
  expect(listed).toContain('Excel của phòng');
  expect(listed).not.toContain(secret);
  const gone = await fetch(`${server.url}/api/v1/tokens/${token.id}`, {
    method: 'DELETE',
    headers: server.as('quan_tri'),
  });
  expect(await gone.json()).toMatchObject({id: token.id, revoked_at: expect.any(String) as string});
  expect((await server.get('/metrics', asker(secret))).status).toBe(401);
  expect(await withState(server, (store) => listTokens(store).length)).toBeGreaterThan(1);
});
