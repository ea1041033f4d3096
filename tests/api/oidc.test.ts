import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {SessionAnswer} from '../../api/answers.ts';
import {readOidcSettings, standingBy, type RoleRule} from '../../api/oidc-settings.ts';
import {disableAccount, system} from '../../api/state/accounts.ts';
import {searchAudit} from '../../api/state/audit.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {startProvider, type SignInProvider} from './sign-in-provider.ts';
import {withState} from './signing-in.ts';

const secret = 'known-to-the-tests-only';
const rules: RoleRule[] = [
  {claim: 'groups', value: 'thads-lanh-dao', role: 'lanh_dao'},
  {claim: 'groups', value: 'thads-tinh', role: 'tinh', province_claim: 'ma_tinh'},
];

/** A browser, as far as it matters here: it keeps cookies by host and goes where it is sent. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async go(address: string): Promise<Response> {
    const {host} = new URL(address);
    const kept = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, kept);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: {cookie: [...kept].map((pair) => pair.join('=')).join('; '), accept: 'text/html'},
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
    return response;
  }

  /** Goes on until nobody sends it anywhere, or it would come to an address. */
  async follow(address: string, stop?: string): Promise<{response: Response; address: string}> {
    const response = await this.go(address);
    const next = response.headers.get('location');
    if (next === null) return {response, address};
    const to = new URL(next, address).href;
    return stop !== undefined && to.startsWith(stop) ? {response, address: to} : this.follow(to, stop);
  }
}

describe('signing in elsewhere', () => {
  let provider: SignInProvider;
  let server: TestServer;
  let browser: Browser;
  beforeEach(async () => {
    provider = await startProvider();
    const oidc = {issuer: provider.issuer, clientId: 'thads', clientSecret: secret, roles: rules};
    server = await startTestServer({version: 'a'}, {oidc});
    browser = new Browser();
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await provider[Symbol.asyncDispose]();
  });

  const callback = () => `${server.url}/api/v1/sign-in/oidc/callback`;
  const serve = () => provider.serve({id: 'thads', secret, callback: callback()});
  const begin = () => `${server.url}/api/v1/sign-in/oidc`;
  const session = async () =>
    (await (await browser.go(`${server.url}/api/v1/session`)).json()) as SessionAnswer;

  test('gives the role and the province that the claims say, and an entry in the log', async () => {
    serve();
    provider.person = {sub: 'u1', name: 'Nguyễn Văn An', groups: ['khac', 'thads-tinh'], ma_tinh: '38'};
    const {response, address} = await browser.follow(begin(), `${server.url}/?`);
    expect([address, response.status]).toEqual([`${server.url}/`, 404]);
    expect(await session()).toMatchObject({
      id: 'oidc:u1',
      name: 'Nguyễn Văn An',
      role: 'tinh',
      province: '38',
    });
    const log = await withState(server, (store) => searchAudit(store, {subject: 'account:oidc:u1'}));
    expect(log.map(({action}) => action)).toEqual(['session.begin', 'account.create']);
  });

  test('takes over a role that has changed there, and ends what was open', async () => {
    serve();
    provider.person = {sub: 'u1', name: 'An', groups: ['thads-lanh-dao']};
    await browser.follow(begin());
    const before = browser;
    browser = new Browser();
    provider.person = {sub: 'u1', name: 'An', groups: 'thads-tinh', ma_tinh: '14'};
    await browser.follow(begin());
    expect(await session()).toMatchObject({role: 'tinh', province: '14'});
    expect((await before.go(`${server.url}/api/v1/session`)).status).toBe(401);
  });

  test('lets nobody in whom no rule names, and nobody who is disabled here', async () => {
    serve();
    provider.person = {sub: 'u2', name: 'Bình', groups: ['khac']};
    const stranger = await browser.follow(begin());
    expect([stranger.response.status, await stranger.response.json()]).toMatchObject([
      403,
      {code: 'not_permitted'},
    ]);
    provider.person = {sub: 'u2', name: 'Bình', groups: ['thads-lanh-dao']};
    browser = new Browser();
    await browser.follow(begin());
    await withState(server, (store) => disableAccount(store, 'oidc:u2', system));
    const disabled = await browser.follow(begin());
    expect(await disabled.response.json()).toMatchObject({
      detail: expect.stringContaining('đã bị khóa') as string,
    });
    expect(await session()).toMatchObject({code: 'sign_in_required'});
  });

  test('is good once, in the browser that began it, with the state that went with it', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    serve();
    provider.person = {sub: 'u1', name: 'An', groups: ['thads-lanh-dao']};
    const {address} = await browser.follow(begin(), callback());
    expect((await new Browser().go(address)).status).toBe(401);
    const {address: second} = await browser.follow(begin(), callback());
    expect((await browser.go(second.replace(/state=[^&]+/, 'state=chosen-by-somebody-else'))).status).toBe(
      401,
    );
    expect((await browser.go(second)).status).toBe(401);
    expect(await session()).toMatchObject({code: 'sign_in_required'});
    await browser.follow(begin());
    expect(await session()).toMatchObject({id: 'oidc:u1'});
    told.mockRestore();
  });

  test('asks for a code with PKCE', async () => {
    serve();
    const sent = new URL((await browser.go(begin())).headers.get('location')!);
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      redirect_uri: callback(),
    });
  });

  test('is tried again once the other system answers', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await provider[Symbol.asyncDispose]();
    const away = await browser.go(begin());
    expect([away.status, await away.json()]).toMatchObject([502, {code: 'sign_in_failed'}]);
    expect(told).toHaveBeenCalled();
    told.mockRestore();
    provider = await startProvider();
  });

  test('is offered on the page only where it is set up', async () => {
    expect(await (await server.get('/sign-in')).json()).toEqual({oidc: true, demo: []});
    await using plain = await startTestServer();
    expect(await (await plain.get('/sign-in')).json()).toEqual({oidc: false, demo: []});
    expect(await plain.problem('/sign-in/oidc')).toMatchObject({status: 404});
  });
});

describe('the rules', () => {
  test.each([
    [{groups: ['thads-lanh-dao', 'thads-tinh']}, {role: 'lanh_dao'}],
    [{groups: 'thads-lanh-dao'}, {role: 'lanh_dao'}],
    [
      {groups: ['thads-tinh'], ma_tinh: '38'},
      {role: 'tinh', province: '38'},
    ],
    [{groups: ['thads-tinh']}, undefined],
    [{groups: ['thads-tinh'], ma_tinh: 38}, undefined],
    [{groups: {value: 'thads-lanh-dao'}}, undefined],
    [{}, undefined],
  ])('of %j make %j', (claims, standing) => {
    expect(standingBy(rules, claims)).toEqual(standing);
  });
});

describe('the settings', () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thads-'));
    const [secretFile, rulesFile] = [join(folder, 'secret'), join(folder, 'roles.json')];
    writeFileSync(secretFile, `${secret}\n`, {mode: 0o600});
    writeFileSync(rulesFile, JSON.stringify(rules));
    environment = {
      THADS_OIDC_ISSUER: 'https://sso.example.vn',
      THADS_OIDC_CLIENT_ID: 'thads',
      THADS_OIDC_CLIENT_SECRET_FILE: secretFile,
      THADS_OIDC_ROLES: rulesFile,
    };
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  test('come from the environment, and there are none without an issuer', () => {
    expect(readOidcSettings(environment)).toEqual({
      issuer: new URL('https://sso.example.vn'),
      clientId: 'thads',
      clientSecret: secret,
      roles: rules,
    });
    expect(readOidcSettings({})).toBeUndefined();
  });

  test('with a secret that others can read, that is empty or short stop the start', () => {
    const file = environment['THADS_OIDC_CLIENT_SECRET_FILE']!;
    writeFileSync(file, 'ngắn');
    expect(() => readOidcSettings(environment)).toThrow('ngắn hơn 16 ký tự');
    writeFileSync(file, '');
    expect(() => readOidcSettings(environment)).toThrow('trống');
    writeFileSync(file, secret);
    chmodSync(file, 0o640);
    expect(() => readOidcSettings(environment)).toThrow('chmod go=');
  });

  test('over plain HTTP, or with a rule nobody can follow, stop the start', () => {
    expect(() => readOidcSettings({...environment, THADS_OIDC_ISSUER: 'http://sso.example.vn'})).toThrow(
      'https://',
    );
    writeFileSync(
      environment['THADS_OIDC_ROLES']!,
      JSON.stringify([{claim: 'groups', value: 'a', role: 'root'}]),
    );
    expect(() => readOidcSettings(environment)).toThrow('không gán được vai trò');
    writeFileSync(
      environment['THADS_OIDC_ROLES']!,
      JSON.stringify([{claim: 'groups', value: 'a', role: 'tinh'}]),
    );
    expect(() => readOidcSettings(environment)).toThrow('mã tỉnh');
  });
});
