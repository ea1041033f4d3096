import {once} from 'node:events';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {connect} from 'node:net';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test, vi} from 'vitest';
import {startServer} from '../../api/server.ts';
import {WrongUsage} from '../../warehouse/errors.ts';
import {startTestServer} from './running-server.ts';
import {createVersion, putInForce} from './version.ts';

/** The status of `/` asked for under a name of the caller's choice. */
const statusAs = (url: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${url}/api/v1/health`, {headers: {host}}, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('before the first night the server runs, says what to do, and picks the night up', async () => {
  await using server = await startTestServer();
  expect((await server.get('/health')).status).toBe(200);
  for (const path of ['/ready', '/status', '/metrics', '/metrics/completion_rate', '/pages/overview']) {
    expect(await server.problem(path)).toMatchObject({
      status: 503,
      code: 'no_version',
      detail: 'Chưa có đêm dữ liệu nào được công bố; hãy chạy `npm run thads -- nightly`.',
    });
  }
  expect((await server.get('/openapi.json')).status).toBe(200);
  putInForce(server.data, await createVersion(server.data, {version: 'a'}));
  await expect.poll(async () => (await server.get('/ready')).status, {timeout: 5000}).toBe(200);
  expect(await (await server.get('/ready')).json()).toEqual({
    status: 'ready',
    night: '2026-03-31',
    version: 'a',
  });
});

test('on every address of the machine the server answers to the names of the machine, and to no other', async () => {
  await using server = await startTestServer(undefined, {host: '0.0.0.0'});
  const {port} = new URL(server.url);
  const here = `http://127.0.0.1:${port}`;
  expect(await statusAs(here, `${hostname()}:${port}`)).toBe(200);
  expect(await statusAs(here, `evil.example:${port}`)).toBe(421);
});

test('behind a proxy the server answers to the name people know, and says that TLS is wanted', async () => {
  await using server = await startTestServer(undefined, {
    host: '0.0.0.0',
    publicUrl: new URL('https://thads.example.vn'),
  });
  expect(server.url).toBe('https://thads.example.vn');
  const here = `http://127.0.0.1:${server.port}`;
  expect(await statusAs(here, 'thads.example.vn')).toBe(200);
  expect(await statusAs(here, 'thads.example.vn.evil.example')).toBe(421);
  const {headers} = await fetch(`${here}/api/v1/health`);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('an address the machine does not have is named, with what to do', async () => {
  const data = await mkdtemp(join(tmpdir(), 'thads-'));
  const starting = startServer({data, port: 0, host: 'thads.invalid'});
  await expect(starting).rejects.toThrow(WrongUsage);
  await expect(starting).rejects.toThrow('Máy này không có địa chỉ thads.invalid');
  await rm(data, {recursive: true});
});

test('a port in use is named, with what to do', async () => {
  await using server = await startTestServer();
  const port = Number(new URL(server.url).port);
  await expect(startServer({data: server.data, port, host: '127.0.0.1'})).rejects.toThrow(
    `Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.`,
  );
});

test('only the names of this machine are answered', async () => {
  await using server = await startTestServer();
  const {port} = new URL(server.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
    expect([host, await statusAs(server.url, host)]).toEqual([host, 200]);
  }
  for (const host of [`evil.example:${port}`, 'localhost', `localhost:${port}.evil.example`, `127.0.0.1:1`]) {
    expect([host, await statusAs(server.url, host)]).toEqual([host, 421]);
  }
});

test('nothing may be loaded from another host, and no page of ours shown inside another', async () => {
  await using server = await startTestServer();
  const {headers} = await server.get('/health');
  const policy = headers.get('content-security-policy')?.split(';');
  expect(policy).toEqual([
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('a request with more headers than anyone needs is refused', async () => {
  await using server = await startTestServer();
  expect((await server.get('/health', {'x-long': 'x'.repeat(10_000)})).status).toBe(431);
});

test('the page is asked for anew each time, files with a hash in their name are kept for good', async () => {
  await using server = await startTestServer();
  await mkdir(join(server.web, 'assets'), {recursive: true});
  await writeFile(join(server.web, 'index.html'), '<!doctype html><title>THADS</title>');
  await writeFile(join(server.web, 'assets', 'app-1a2b.js'), '"use strict";');
  const page = await fetch(`${server.url}/?asof=2026-03-31`);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const script = await fetch(`${server.url}/assets/app-1a2b.js`);
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('an address that is no page says so to a person in words and to a program as a problem', async () => {
  await using server = await startTestServer();
  const person = await fetch(`${server.url}/tinh`, {headers: {accept: 'text/html'}});
  expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await person.text()).toContain('Không có trang này');
  const program = await fetch(`${server.url}/../../etc/passwd`);
  expect([program.status, await program.json()]).toMatchObject([404, {code: 'not_found'}]);
  const unbuilt = await fetch(`${server.url}/`, {headers: {accept: 'text/html'}});
  expect([unbuilt.status, (await unbuilt.json()) as unknown]).toMatchObject([
    404,
    {detail: 'Giao diện chưa được dựng; hãy chạy `npm run build` rồi tải lại.'},
  ]);
});

test('closing answers a request that has begun to arrive, and then nobody', async () => {
  const server = await startTestServer({version: 'a'});
  const {port, host} = new URL(server.url);
  const {authorization} = server.as('lanh_dao');
  const socket = connect(Number(port), '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  const ended = once(socket, 'close');
  // The answer to the first request proves that the beginning of the second has arrived.
  socket.write(
    `GET /api/v1/health HTTP/1.1\r\nHost: ${host}\r\n\r\n` +
      `GET /api/v1/metrics HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}\r\n`,
  );
  await expect.poll(() => received).toContain('{"status":"ok"}');
  const closing = server.close();
  socket.write('\r\n');
  await closing;
  await ended;
  expect(received).toContain('"id":"completion_rate"');
  await expect(server.get('/health')).rejects.toThrow();
});

test('a fault of ours is told to us in full and to the reader without a path or a stack', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await using server = await startTestServer({version: 'a', without: 'history.office_metrics'});
  expect(await server.problem('/metrics/completion_rate')).toEqual({
    type: 'urn:thads:problem:internal',
    title: 'Lỗi của máy chủ',
    status: 500,
    detail: 'Máy chủ gặp lỗi khi trả lời; lỗi đã được ghi lại. Hãy thử lại sau.',
    code: 'internal',
  });
  expect(String(told.mock.calls[0])).toContain('office_metrics does not exist');
  expect((await server.get('/units')).status).toBe(200);
  told.mockRestore();
});
