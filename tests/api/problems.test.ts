import {afterAll, beforeAll, expect, test} from 'vitest';
import {ApiError, problemOf} from '../../api/errors.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test.each([
  ['/metrics/no_such', 404, 'unknown_metric', 'completion_rate'],
  ['/metrics/__proto__', 404, 'unknown_metric', 'completion_rate'],
  ['/metrics/completion_rate?unit=99', 404, 'unknown_unit', '/api/v1/units'],
  ["/metrics/completion_rate?unit=38'--", 404, 'unknown_unit', '/api/v1/units'],
  ['/units/99', 404, 'unknown_unit', '/api/v1/units'],
  ['/metrics/completion_rate?as_of=2026-03-23', 404, 'no_night', 'đêm đầu tiên là 2026-03-24'],
  ['/metrics/completion_rate/series?to=2026-01-01', 404, 'no_night', '2026-03-24'],
  ['/pages/overview?as_of=2020-01-01', 404, 'no_night', '2026-03-24'],
  ['/metrics/completion_rate?level=officer', 422, 'level_not_available', 'nation, province, office'],
  ['/metrics/completion_rate?unit=CB1', 422, 'level_not_available', 'nation, province, office'],
  ['/metrics/completion_rate?level=district', 422, 'invalid_parameter', '“level” có giá trị “district”'],
  ['/metrics/completion_rate?as_of=2026-02-30', 422, 'invalid_parameter', '“as_of” có giá trị “2026-02-30”'],
  ['/metrics/completion_rate?as_of=31/03/2026', 422, 'invalid_parameter', 'YYYY-MM-DD'],
  ['/metrics/completion_rate?as_of=', 422, 'invalid_parameter', 'YYYY-MM-DD'],
  ['/metrics/completion_rate?unit=', 422, 'invalid_parameter', '“unit”'],
  ['/metrics/completion_rate?tinh=38', 422, 'invalid_parameter', 'Không có tham số “tinh”'],
  ['/metrics/completion_rate?__proto__=1', 422, 'invalid_parameter', 'Không có tham số “__proto__”'],
  [
    '/metrics/completion_rate?level=nation&level=office',
    422,
    'invalid_parameter',
    '“level” được ghi hai lần',
  ],
  ['/metrics/completion_rate/series?from=2026-03-31&to=2026-03-24', 422, 'invalid_parameter', 'đổi lại'],
  ['/health?x=1', 422, 'invalid_parameter', 'không nhận tham số nào'],
  ['/metrics/completion_rate?format=pdf', 406, 'not_acceptable', 'json, csv, arrow'],
  ['/pages/overview?format=csv', 406, 'not_acceptable', 'chỉ có các định dạng json'],
  ['/metricses', 404, 'not_found', 'openapi.json'],
  ['/Metrics', 404, 'not_found', 'openapi.json'],
  ['/units/%E0%A4%A', 400, 'bad_request', 'ký tự mã hóa'],
])('%s is refused with a sentence that says why', async (path, status, code, words) => {
  const problem = await server.problem(path);
  expect(problem).toMatchObject({type: `urn:thads:problem:${code}`, status, code});
  expect(problem.detail).toContain(words);
});

test('a form nobody offers is refused with those there are', async () => {
  const problem = await server.problem('/units', {accept: 'image/png'});
  expect([problem.code, problem.status]).toEqual(['not_acceptable', 406]);
  expect(problem.detail).toContain('json, csv, arrow');
});

test('a refusal is remembered by nobody', async () => {
  const response = await server.get('/metrics/no_such');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is refused, and what would do is said',
  async (method) => {
    const response = await fetch(`${server.url}/api/v1/metrics`, {method});
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await response.json()).toMatchObject({code: 'method_not_allowed'});
  },
);

test('a body is refused and its connection closed', async () => {
  const response = await fetch(`${server.url}/api/v1/metrics`, {method: 'POST', body: 'x'.repeat(100_000)});
  expect([response.status, response.headers.get('connection')]).toEqual([405, 'close']);
});

test('a problem has the members of RFC 9457', () => {
  expect(problemOf(new ApiError('unknown_unit', 'Không có đơn vị 99.'))).toEqual({
    type: 'urn:thads:problem:unknown_unit',
    title: 'Không có đơn vị này',
    status: 404,
    detail: 'Không có đơn vị 99.',
    code: 'unknown_unit',
  });
});
