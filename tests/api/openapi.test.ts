import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Problem} from '../../api/answers.ts';
import {endpoints} from '../../api/app.ts';
import {permissions} from '../../api/permissions.ts';
import {startTestServer, type TestServer} from './running-server.ts';

interface Operation {
  summary: string;
  parameters?: {name: string; in: 'path' | 'query'; required?: boolean}[];
  responses: Record<string, {content?: Record<string, unknown>}>;
}
interface Document {
  openapi: string;
  info: {title: string; version: string};
  paths: Record<string, Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', Operation>>>;
  components: {schemas: Record<string, unknown>};
}

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  document = (await (await server.get('/openapi.json')).json()) as Document;
});
afterAll(() => server[Symbol.asyncDispose]());

test('the description is an OpenAPI 3.1 document of every address there is', () => {
  expect(document.openapi).toBe('3.1.0');
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(Object.keys(permissions).sort());
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/changes',
      '/defects',
      '/dictionary',
      '/entries',
      '/events',
      '/forms',
      '/health',
      '/lineage',
      '/lists/{id}',
      '/metrics',
      '/metrics/{id}',
      '/metrics/{id}/pace',
      '/metrics/{id}/series',
      '/openapi.json',
      '/pages/overview',
      '/quality/rules',
      '/ready',
      '/reconciliation',
      '/status',
      '/units',
      '/units/{id}',
    ]),
  );
});

test('every address described is answered, or says which table a version of before does not have', async () => {
  const askers = {quan_tri: server.as('quan_tri'), phan_tich: server.as('phan_tich')};
  const reads = Object.entries(document.paths).filter(([path, {get}]) => {
    // What a person has kept, and what the board did in a campaign is asked where there is such a thing, in tests of its own.
    if (path.startsWith('/queries/')) return false;
    if (path.startsWith('/campaigns/') && !endpoints.some((endpoint) => endpoint.path === path)) return false;
    const mustBeAsked = get?.parameters?.some((parameter) => parameter.in === 'query' && parameter.required);
    return get && !mustBeAsked && !('303' in get.responses);
  });
  for (const [path] of reads) {
    const address = path
      .replace('/units/{id}', '/units/38')
      .replace('/accounts/{id}', '/accounts/quan-tri')
      .replace('/campaigns/{id}', '/campaigns/nen-tang-so-2026')
      .replace('/lists/{id}', '/lists/money_coverage_below_5')
      .replace('/bulletins/{province}', '/bulletins/38')
      .replace('{chart}', 'entries')
      .replace('/papers/{paper}', '/papers/fix-list')
      .replace('{letter}', 'criticism-letter')
      .replace('{id}', 'completion_rate');
    const access = permissions[`GET ${path}`];
    const response = await server.get(
      address,
      access?.includes('lanh_dao') ? {} : askers[access?.includes('quan_tri') ? 'quan_tri' : 'phan_tich'],
    );
    const {needs} = endpoints.find((endpoint) => endpoint.path === path) ?? {};
    if (needs && response.status === 503) {
      const {code, detail} = (await response.json()) as Problem;
      expect([address, code, needs.some((table) => detail.includes(table))]).toEqual([
        address,
        'older_version',
        true,
      ]);
      continue;
    }
    expect([address, response.status]).toEqual([address, 200]);
    await response.body?.cancel();
  }
});

test('the parameters described are those that are taken', () => {
  for (const {path, params, query} of endpoints) {
    const described = document.paths[path]?.get?.parameters ?? [];
    expect(described.map((parameter) => `${parameter.in} ${parameter.name}`).sort()).toEqual(
      [
        ...Object.keys(params.shape).map((name) => `path ${name}`),
        ...Object.keys(query.shape).map((name) => `query ${name}`),
      ].sort(),
    );
    expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(Object.keys(params.shape));
  }
});

test('every reference in the description leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(10);
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name);
});

test('rows are described in each form they can be had in, and problems in theirs', () => {
  const responses = document.paths['/metrics/{id}']?.get?.responses ?? {};
  expect(Object.keys(responses['200']?.content ?? {})).toEqual([
    'application/json',
    'text/csv',
    'application/vnd.apache.arrow.stream',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/x-ndjson',
    'application/vnd.apache.parquet',
  ]);
  for (const status of ['404', '406', '422', '503']) {
    expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json']);
  }
});
