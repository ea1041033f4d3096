import {once} from 'node:events';
import {get, type IncomingMessage} from 'node:http';
import {expect, test} from 'vitest';
import type {Happening, StatusAnswer} from '../../api/answers.ts';
import {happening} from '../../api/schemas.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {recordRun} from '../../warehouse/run-results.ts';
import {writeManifest, type Manifest} from '../../warehouse/versions.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {createVersion, putInForce, type VersionOptions} from './version.ts';

/** Somebody who listens: what came so far, in order, each in its declared shape. */
async function listen(server: TestServer): Promise<{heard: Happening[]; response: IncomingMessage}> {
  const [response] = (await once(
    get(`${server.url}/api/v1/events`, {headers: server.as('lanh_dao')}),
    'response',
  )) as [IncomingMessage];
  const heard: Happening[] = [];
  let text = '';
  response.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const [, type, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (data) heard.push(happening.parse({type, ...(JSON.parse(data) as object)}));
    }
  });
  return {heard, response};
}

/** A version and what the night writes down about it. */
async function writeVersion(data: string, options: VersionOptions, more: Partial<Manifest> = {}) {
  const current = await createVersion(data, options);
  const manifest: Manifest = {
    ...current,
    built_at: '2026-03-31T19:14:00.000Z',
    counted: {'2026-03-24': 'a', '2026-03-31': 'b'},
    held_for: [],
    released_from: [],
    passed_over: {},
    kept_for: [],
    ...more,
  };
  writeManifest(manifest, dataFolder(data));
  return current;
}

const sentence = 'Bảng ho_so: 90/100 khóa của đêm 2026-03-24 đã biến mất (90%), quá giới hạn 1%.';
const held_for = [{guard: 'max_vanished_share', sentence}];

function recordRefusal(data: string): void {
  const refused = [{delivery: '2026-03-31/bien-lai', reasons: ['Thiếu tệp bien_lai.', 'Thiếu cột so_tien.']}];
  recordRun({landed: [], refused}, {steps: () => []}, dataFolder(data)).end();
}

test('who listens hears first what is in force, then what is published, held and refused', async () => {
  await using server = await startTestServer({version: 'a', night: '2026-03-24'});
  const {heard, response} = await listen(server);
  expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect([response.headers['content-encoding'], response.headers['cache-control']]).toEqual([
    undefined,
    'no-store',
  ]);
  await expect.poll(() => heard).toEqual([{type: 'in_force', version: 'a', night: '2026-03-24'}]);

  await writeVersion(server.data, {version: 'odd'}, {held_for});
  recordRefusal(server.data);
  putInForce(server.data, await createVersion(server.data, {version: 'b'}));
  await expect.poll(() => heard.length, {timeout: 10_000}).toBe(4);
  expect(heard).toContainEqual({type: 'held', version: 'odd', night: '2026-03-31', reasons: [sentence]});
  expect(heard).toContainEqual({
    type: 'refused',
    delivery: '2026-03-31/bien-lai',
    reasons: ['Thiếu tệp bien_lai.', 'Thiếu cột so_tien.'],
  });
  expect(heard).toContainEqual({type: 'published', version: 'b', night: '2026-03-31'});
});

test('what was there before is no news', async () => {
  await using server = await startTestServer({version: 'a'});
  await writeVersion(server.data, {version: 'odd'}, {held_for});
  const {heard} = await listen(server);
  recordRefusal(server.data);
  await expect.poll(() => heard.map(({type}) => type), {timeout: 10_000}).toEqual(['in_force', 'refused']);
});

test('connections that listen end when the server does', async () => {
  const server = await startTestServer({version: 'a'});
  const {response} = await listen(server);
  const ended = once(response, 'end');
  await server[Symbol.asyncDispose]();
  await ended;
});

test('the status has the nights held, the last run, and nights that were counted again', async () => {
  await using server = await startTestServer({version: 'first'});
  expect(await server.read<StatusAnswer>('/status')).toMatchObject({held: [], last_run: null});
  await writeVersion(server.data, {version: 'before'}, {counted: {'2026-03-24': 'a', '2026-03-31': 'old'}});
  await writeVersion(server.data, {version: 'odd'}, {held_for});
  const later = {built_at: '2026-04-01T19:14:00.000Z'};
  putInForce(server.data, await writeVersion(server.data, {version: 'after'}, later));
  recordRefusal(server.data);
  await expect
    .poll(async () => (await server.read<StatusAnswer>('/status')).version, {timeout: 5000})
    .toBe('after');
  const status = await server.read<StatusAnswer>('/status');
  expect(status.held.map(({version, reasons}) => [version, reasons])).toEqual([['odd', [sentence]]]);
  expect(status.counted_again).toEqual(['2026-03-31']);
  expect(status.last_run).toMatchObject({
    landed: 0,
    refused: [{delivery: '2026-03-31/bien-lai', reasons: ['Thiếu tệp bien_lai.', 'Thiếu cột so_tien.']}],
    broken: [],
  });
  expect(status.sources.map(({program_id, late, age_days}) => [program_id, late, age_days])).toEqual([
    ['bien-lai', true, 7],
    ['to-chuc-tha', false, 0],
  ]);
});
