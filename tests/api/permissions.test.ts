import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {AuditRow, Problem} from '../../api/answers.ts';
import {endpoints} from '../../api/app.ts';
import {GuardedRouter} from '../../api/guarded-router.ts';
import {permissions} from '../../api/permissions.ts';
import {roles, type Role} from '../../api/roles.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
const programs = new Map<Role, {authorization: string}>();
beforeAll(async () => {
  server = await startTestServer({version: 'a'});
  for (const role of roles) programs.set(role, server.as(role, role === 'tinh' ? '38' : undefined));
});
afterAll(() => server[Symbol.asyncDispose]());

const as = (role: Role) => programs.get(role)!;

/** An address of a route, asking for what a province may be asked for. */
function addressOf(path: string): string {
  const takesUnit = endpoints.some((endpoint) => endpoint.path === path && 'unit' in endpoint.query.shape);
  return path.replace('{id}', 'completion_rate') + (takesUnit ? '?unit=38' : '');
}

/** What a route says to somebody: `in` to all who get past the door, whatever they then meet. */
async function answerTo(route: string, headers: Record<string, string>): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${server.url}/api/v1${addressOf(path)}`, {method, headers});
  if (response.status !== 401 && response.status !== 403) {
    await response.body?.cancel();
    return 'in';
  }
  const {code, detail} = (await response.json()) as Problem;
  if (code === 'sign_in_required') return 'sign in';
  return detail.startsWith('Vai trò của bạn không được dùng địa chỉ này') ? 'not for this role' : 'in';
}

describe.each(Object.entries(permissions))('%s', (route, access) => {
  test('lets in whom the table names, and nobody else', async () => {
    const wanted = {
      nobody: access === 'anyone' ? 'in' : 'sign in',
      ...Object.fromEntries(
        roles.map((role) => [
          role,
          access === 'anyone' || access.includes(role) ? 'in' : 'not for this role',
        ]),
      ),
    };
    // Our own origin, so that what is refused is refused for the role.
    const found: Record<string, string> = {nobody: await answerTo(route, {origin: server.url})};
    for (const role of roles) found[role] = await answerTo(route, as(role));
    expect(found).toEqual(wanted);
  });
});

describe('the table of permissions', () => {
  test('stops the start when a route has no line in it', () => {
    const router = new GuardedRouter({'GET /known': 'anyone'});
    expect(() => router.add('GET', '/new')).toThrow('GET /new has no line in api/permissions.ts');
  });

  test('stops the start when a line has no route', () => {
    const router = new GuardedRouter({'GET /known': 'anyone', 'POST /gone': roles});
    router.add('GET', '/known', (_request, response) => void response.end());
    expect(() => router.finish()).toThrow('routes there are not: POST /gone');
  });

  test('gives the administrator no case data, and the viewer of a province no page of the nation', () => {
    const routesWith = (role: Role) =>
      endpoints.map(({path}) => `GET ${path}`).filter((route) => permissions[route]?.includes(role));
    expect(routesWith('quan_tri').filter((route) => !/campaigns|pages.frame|targets/.test(route))).toEqual(
      [],
    );
    expect(routesWith('tinh')).not.toContain('GET /pages/overview');
  });
});

describe('the viewer of province 38', () => {
  const get = (path: string) => server.get(path, as('tinh'));

  test.each([
    '/metrics/completion_rate?unit=38',
    '/metrics/completion_rate?unit=38.KV01',
    '/metrics/completion_rate?unit=38&level=office',
    '/metrics/completion_rate/series?unit=38',
    '/metrics/officer_completion_rate?unit=38&level=officer',
    '/metrics/officer_completion_rate?unit=CB1',
    '/quality/rules?unit=38',
    '/defects?unit=38',
    '/metrics',
    '/units',
  ])('may ask %s', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  test.each([
    '/metrics/completion_rate',
    '/metrics/completion_rate?level=nation',
    '/metrics/completion_rate?level=nation&unit=38',
    '/metrics/completion_rate?level=province',
    '/metrics/completion_rate?unit=VN',
    '/metrics/completion_rate?unit=14',
    '/metrics/completion_rate?unit=14.KV01',
    '/metrics/completion_rate?unit=99',
    '/metrics/completion_rate/series?unit=14',
    '/quality/rules?unit=14',
    '/defects',
    '/defects?unit=14',
  ])('may not ask %s, and is told what would do', async (path) => {
    const problem = await server.problem(path, as('tinh'));
    expect(problem).toMatchObject({status: 403, code: 'not_permitted'});
    expect(problem.detail).toContain('hãy thêm unit=38');
  });
});

test('officers of another province are nobody to a province’s viewer', async () => {
  const other = server.as('tinh', '14');
  for (const path of ['/metrics/officer_completion_rate?unit=CB1', '/defects?unit=14&officer=CB1']) {
    expect(await server.problem(path, other)).toMatchObject({status: 403, code: 'not_permitted'});
  }
});

test.each(['level=officer', 'unit=CB1'])('figures of officers (%s) are not for analysts', async (query) => {
  const path = `/metrics/officer_completion_rate?${query}`;
  // Once in the memory of finished answers, they must not come out of it for others.
  expect((await server.get(path, as('lanh_dao'))).status).toBe(200);
  for (const role of ['phan_tich', 'phan_tich_pii'] as const) {
    const problem = await server.problem(path, as(role));
    expect(problem).toMatchObject({status: 403, code: 'not_permitted'});
    expect(problem.detail).toContain('Luật 91/2025/QH15, Điều 25');
  }
});

test('who asks for what they may not is written down', async () => {
  const token = server.as('phan_tich');
  await server.problem('/accounts', token);
  const log = await server.get('/audit?action=request.refuse', as('quan_tri'));
  const {rows} = (await log.json()) as {rows: AuditRow[]};
  expect(rows[0]).toMatchObject({role: 'phan_tich', subject: 'GET /api/v1/accounts', outcome: 'refused'});
});

test('an answer kept for one role is not known to another by its ETag', async () => {
  const path = '/metrics/completion_rate?unit=38';
  const tagFor = async (headers: Record<string, string>) =>
    (await server.get(path, headers)).headers.get('etag');
  const tags = await Promise.all(
    (['lanh_dao', 'hoi_dong', 'phan_tich', 'phan_tich_pii', 'tinh'] as const).map((role) => tagFor(as(role))),
  );
  expect(new Set(tags).size).toBe(5);
  const again = await server.get(path, {...as('phan_tich'), 'if-none-match': tags[0]!});
  expect(again.status).toBe(200);
  expect((await server.get(path, {...as('lanh_dao'), 'if-none-match': tags[0]!})).status).toBe(304);
});
