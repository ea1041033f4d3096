import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {changeRole, disableAccount, system} from '../../api/state/accounts.ts';
import {searchAudit} from '../../api/state/audit.ts';
import {absoluteLimit, idleLimit} from '../../api/state/sessions.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount, ask, password, signIn, withState} from './signing-in.ts';

let server: TestServer;
let now: number;
beforeAll(async () => {
  server = await startTestServer({version: 'a'}, {clock: () => now});
  now = Date.now();
  await addAccount(server, 'an.nguyen', 'lanh_dao');
  await addAccount(server, 'binh.tran', 'phan_tich_pii');
  await addAccount(server, 'chi.le', 'lanh_dao');
  await addAccount(server, 'dung.pham', 'phan_tich');
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  now = Date.now();
});

const statusFor = async (cookie: string) => (await ask(server, 'GET', '/metrics', {cookie})).status;

describe('a session', () => {
  test('begins with name and password, says who one is, and ends at signing out', async () => {
    const {cookie, session} = await signIn(server, 'an.nguyen');
    expect(session).toMatchObject({
      id: 'an.nguyen',
      role: 'lanh_dao',
      role_name: 'Lãnh đạo Cục',
      via: 'session',
      needs_purpose: false,
    });
    expect(session.routes).toContain('GET /pages/overview');
    expect(session.routes).not.toContain('GET /accounts');
    expect(await (await ask(server, 'GET', '/session', {cookie})).json()).toEqual(session);
    expect(await statusFor(cookie)).toBe(200);

    const out = await ask(server, 'DELETE', '/session', {cookie});
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()).toEqual(['thads=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect(await statusFor(cookie)).toBe(401);
  });

  test('is held by a cookie that no script reads and no other site sends', async () => {
    const response = await ask(server, 'POST', '/session', {body: {account: 'an.nguyen', password}});
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^thads=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('has a cookie bound to the host where TLS stands before the server', async () => {
    await using secure = await startTestServer(undefined, {publicUrl: new URL('https://127.0.0.1')});
    await addAccount(secure, 'an.nguyen', 'lanh_dao');
    const response = await fetch(`http://127.0.0.1:${secure.port}/api/v1/session`, {
      method: 'POST',
      headers: {'sec-fetch-site': 'same-origin', 'content-type': 'application/json'},
      body: JSON.stringify({account: 'an.nguyen', password}),
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-thads=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  test('is another one after each signing in: one that somebody planted before is worth nothing', async () => {
    const planted = 'thads=chosen-by-somebody-else';
    const first = await signIn(server, 'an.nguyen', {cookie: planted});
    expect(first.cookie).not.toBe(planted);
    expect(await statusFor(planted)).toBe(401);
    const second = await signIn(server, 'an.nguyen', {cookie: first.cookie});
    expect([await statusFor(first.cookie), await statusFor(second.cookie)]).toEqual([401, 200]);
  });

  test('ends after half an hour unused, and after twelve hours however much it is used', async () => {
    const begun = now;
    const idle = await signIn(server, 'an.nguyen');
    const used = await signIn(server, 'an.nguyen');
    now = begun + idleLimit - 1000;
    expect(await statusFor(used.cookie)).toBe(200);
    now = begun + idleLimit + 1000;
    expect([await statusFor(idle.cookie), await statusFor(used.cookie)]).toEqual([401, 200]);
    for (now = begun + idleLimit; now < begun + absoluteLimit; now += idleLimit / 2) {
      expect(await statusFor(used.cookie)).toBe(200);
    }
    now = begun + absoluteLimit;
    expect(await statusFor(used.cookie)).toBe(401);
  });

  test('ends at once when the person gets another role, and when the account is disabled', async () => {
    const before = await signIn(server, 'chi.le');
    await withState(server, (store) => changeRole(store, 'chi.le', {role: 'phan_tich'}, system));
    expect(await statusFor(before.cookie)).toBe(401);
    const after = await signIn(server, 'chi.le');
    expect(after.session.role).toBe('phan_tich');
    await withState(server, (store) => disableAccount(store, 'chi.le', system));
    expect(await statusFor(after.cookie)).toBe(401);
    await expect(signIn(server, 'chi.le')).rejects.toThrow('wrong_password');
  });

  test('stays when its person changes the password, but no other of theirs does', async () => {
    const other = await signIn(server, 'dung.pham');
    const here = await signIn(server, 'dung.pham');
    const change = (body: object) => ask(server, 'PUT', '/session/password', {cookie: here.cookie, body});
    expect(await (await change({password, new_password: 'ngắn'})).json()).toMatchObject({
      code: 'not_possible',
      detail: 'Mật khẩu cần ít nhất 12 ký tự; một câu ngắn là đủ.',
    });
    expect(
      await (await change({password: 'không phải mật khẩu', new_password: 'một câu khác hẳn'})).json(),
    ).toMatchObject({code: 'wrong_password'});
    const changed = await change({password, new_password: 'một câu khác hẳn'});
    const cookie = changed.headers.getSetCookie()[0]!.split(';')[0]!;
    expect([await statusFor(other.cookie), await statusFor(here.cookie), await statusFor(cookie)]).toEqual([
      401, 401, 200,
    ]);
    await expect(signIn(server, 'dung.pham')).rejects.toThrow('wrong_password');
    await signIn(server, 'dung.pham', {password: 'một câu khác hẳn'});
  });

  test('is kept as a hash, which opens nothing', async () => {
    const {cookie} = await signIn(server, 'an.nguyen');
    const kept = await withState(server, ({db}) =>
      db
        .prepare('select token_hash from sessions')
        .all()
        .map((row) => String(row['token_hash'])),
    );
    expect(kept).not.toContain(cookie.slice('thads='.length));
    for (const hash of kept) expect(await statusFor(`thads=${hash}`)).toBe(401);
  });
});

test('a wrong password and an account that is not there are told in the same words', async () => {
  const answers = await Promise.all(
    [
      {account: 'an.nguyen', password: 'không phải mật khẩu'},
      {account: 'khong.co.ai', password},
    ].map(async (body) => {
      const response = await ask(server, 'POST', '/session', {body});
      return [response.status, response.headers.getSetCookie(), (await response.json()) as unknown];
    }),
  );
  expect(answers[0]).toMatchObject([401, [], {code: 'wrong_password'}]);
  expect(answers[1]).toEqual(answers[0]);
});

test('who sees personal data says why first, and the log keeps it with every look', async () => {
  const {cookie, session} = await signIn(server, 'binh.tran');
  expect(session.needs_purpose).toBe(true);
  const refused = await ask(server, 'GET', '/metrics', {cookie});
  expect([refused.status, await refused.json()]).toMatchObject([403, {code: 'purpose_required'}]);
  const purpose = 'Trả lời đơn khiếu nại số 12/2026';
  const named = await ask(server, 'PUT', '/session/purpose', {cookie, body: {purpose}});
  expect(await named.json()).toMatchObject({purpose, needs_purpose: false});
  const answer = await ask(server, 'GET', '/metrics/completion_rate?unit=38', {cookie});
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const [looked] = await withState(server, (store) =>
    searchAudit(store, {actor: 'binh.tran', action: 'rows.read'}),
  );
  expect(looked).toMatchObject({
    role: 'phan_tich_pii',
    scope: 'all',
    subject: '/api/v1/metrics/completion_rate?unit=38',
    details: {version: 'a', purpose},
  });
});

test('the log has who came in, who was refused, and no password', async () => {
  await signIn(server, 'an.nguyen');
  await ask(server, 'POST', '/session', {body: {account: 'an.nguyen', password: 'bí-mật-gõ-nhầm'}});
  const entries = await withState(server, (store) =>
    searchAudit(store, {subject: 'account:an.nguyen', limit: 2}),
  );
  expect(entries.map(({actor, action, outcome}) => [actor, action, outcome])).toEqual([
    ['nobody', 'session.begin', 'refused'],
    ['an.nguyen', 'session.begin', 'done'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('bí-mật');
});
