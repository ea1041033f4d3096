import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {PermissionsAnswer, UsageAnswer} from '../../api/answers.ts';
import {permissions} from '../../api/permissions.ts';
import type {Role} from '../../api/roles.ts';
import {countView, readViews} from '../../api/state/page-views.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount, ask, signIn, withState} from './signing-in.ts';

let server: TestServer;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  server = await startTestServer({version: 'a'});
  for (const [id, role, province] of [
    ['lan', 'lanh_dao'],
    ['tinh.38', 'tinh', '38'],
    ['quan.ly', 'quan_tri'],
  ] as const) {
    await addAccount(server, id, role, province);
    cookies.set(role, (await signIn(server, id)).cookie);
  }
});
afterAll(() => server[Symbol.asyncDispose]());

const open = (role: Role, page: string) =>
  ask(server, 'POST', '/usage', {cookie: cookies.get(role), body: {page}});
const read = async <Answer>(path: string) =>
  (await (await ask(server, 'GET', path, {cookie: cookies.get('quan_tri')})).json()) as Answer;

describe('how much pages are used', () => {
  test('is counted by page and role, the most used first, and says which nobody opens', async () => {
    for (const [role, page] of [
      ['lanh_dao', 'overview'],
      ['lanh_dao', 'overview'],
      ['tinh', 'province'],
      ['tinh', 'overview'],
    ] as const) {
      expect((await open(role, page)).status).toBe(204);
    }
    const {rows} = await read<UsageAnswer>('/usage');
    expect(rows.slice(0, 3).map(({page, views, roles, is_rare}) => [page, views, roles, is_rare])).toEqual([
      [
        'overview',
        3,
        [
          {role: 'lanh_dao', views: 2},
          {role: 'tinh', views: 1},
        ],
        false,
      ],
      ['province', 1, [{role: 'tinh', views: 1}], false],
      ['provinces', 0, [], true],
    ]);
  });

  test('does not count what a program sends, nor a page there is not', async () => {
    const before = await read<UsageAnswer>('/usage');
    const program = await ask(server, 'POST', '/usage', {...server.as('lanh_dao'), body: {page: 'money'}});
    expect(program.status).toBe(204);
    expect((await open('lanh_dao', 'demo.lanh_dao')).status).toBe(422);
    expect(await read<UsageAnswer>('/usage')).toEqual(before);
  });

  test('keeps thirty days, and nothing that says who it was', () =>
    withState(server, (store) => {
      const view = {page: 'sql', role: 'phan_tich'} as const;
      countView(store, view, new Date('2026-03-01T08:00:00+07:00'));
      countView(store, view, new Date('2026-03-30T23:30:00+07:00'));
      const lastDay = new Date('2026-03-30T23:45:00+07:00');
      expect(readViews(store, lastDay)).toEqual([{...view, views: 2, last_on: '2026-03-30'}]);
      countView(store, view, new Date('2026-03-31T00:30:00+07:00'));
      expect(store.db.prepare(`select * from page_views where page = 'sql' order by day`).all()).toEqual([
        {page: 'sql', role: 'phan_tich', day: '2026-03-30', views: 1},
        {page: 'sql', role: 'phan_tich', day: '2026-03-31', views: 1},
      ]);
    }));
});

describe('what a role may do', () => {
  const explain = (query: string) => read<PermissionsAnswer>(`/permissions?${query}`);
  const saidOf = ({rows}: PermissionsAnswer, route: string) => rows.find((row) => row.route === route)!;

  test('is said of every route, with what it is for and why', async () => {
    const leader = await explain('role=lanh_dao');
    expect(leader.rows.map(({route}) => route)).toEqual(Object.keys(permissions));
    expect(leader.rows.filter(({summary}) => summary === '')).toEqual([]);
    expect(saidOf(leader, 'GET /accounts')).toEqual({
      route: 'GET /accounts',
      summary: 'Mọi tài khoản, kể cả đã khóa',
      may: false,
      why: 'other_roles',
      allowed: ['quan_tri'],
    });
    expect(saidOf(leader, 'GET /metrics').why).toBe('role');
    expect(saidOf(leader, 'GET /status').why).toBe('signed_in');
    expect(saidOf(leader, 'GET /health').why).toBe('anyone');
  });

  test('of a province’s viewer names the province they are held to', async () => {
    const viewer = await explain('role=tinh&province=38');
    expect(viewer).toMatchObject({province: '38', scope: 'province:38', sees_officers: true});
    expect(saidOf(viewer, 'GET /metrics/{id}')).toMatchObject({may: true, why: 'within_province'});
    expect(saidOf(viewer, 'GET /pages/overview')).toMatchObject({may: false, why: 'other_roles'});
  });

  test('of who reads personal data says that a purpose comes first', async () => {
    expect(await explain('role=phan_tich_pii')).toMatchObject({needs_purpose: true, scope: 'all'});
  });
});
