/** The README's recipes for other programs, each run as it stands there. */
import {execFile, execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {tableFromIPC} from 'apache-arrow';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {startServer, type RunningServer} from '../api/server.ts';
import {recordsOf, withDatabase} from '../warehouse/database.ts';
import {createToken} from './access.ts';
import {startCanaries, type CanaryWorld} from './canaries.ts';

let world: CanaryWorld;
let server: RunningServer;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  world = await startCanaries();
  folder = await mkdtemp(join(tmpdir(), 'thads-'));
  server = await startServer({data: world.folder.root, port: 0, host: '127.0.0.1', web: folder});
  env = {
    PATH: process.env['PATH'] ?? '',
    THADS: server.url,
    TOKEN: createToken(world.folder.root, 'phan_tich'),
  };
}, 120_000);
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
  await rm(folder, {recursive: true});
});

/** The recipes of a language, in the order they stand in. */
function recipes(language: string): string[] {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text!);
}

const run = async (program: string, ...args: string[]) =>
  (await promisify(execFile)(program, args, {env, cwd: folder})).stdout;

test('curl gets rows as CSV', async () => {
  const [csv] = recipes('sh');
  const lines = (await run('sh', '-c', csv!)).trim().split(/\r?\n/);
  expect(lines[0]).toMatch(/^unit_id,unit_name,numerator,denominator/);
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['14', '38']);
});

test('DuckDB reads an export', async () => {
  const [, download] = recipes('sh');
  const [sql] = recipes('sql');
  await run('sh', '-c', download!);
  const rows = await withDatabase(':memory:', {file_search_path: folder}, (db) => recordsOf(db, sql!));
  // The office without a target has nothing to divide by, and no gap to be first with.
  expect(rows).toContainEqual({unit_name: 'Đơn vị 38.KV01', numerator: 1, denominator: 1});
});

test('Power Query’s request gets a table', async () => {
  const [recipe] = recipes('powerquery');
  const [, address] = /Web\.Contents\("http:\/\/[^/]+([^"]+)"/.exec(recipe!)!;
  expect(recipe).toContain('[Headers = [Authorization = "Bearer <token>"]]');
  const response = await fetch(server.url + address!, {
    headers: {authorization: `Bearer ${env['TOKEN']!}`},
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  expect((await response.text()).split(/\r?\n/)[0]).toMatch(/^unit_id,unit_name,/);
});

test('Python reads an Arrow stream', async () => {
  const [recipe] = recipes('python');
  if (hasPyarrow()) {
    expect(await run('python3', '-c', recipe!)).toMatch(/14\.KV01\s+1\n.*38\.KV01\s+1/);
    return;
  }
  // Without pyarrow on this machine, the recipe's own request is made and read by Arrow's other library.
  const [, path] = /os\.environ\["THADS"\] \+ "([^"]+)"/.exec(recipe!)!;
  const [, body] = /data=b'([^']+)'/.exec(recipe!)!;
  const response = await fetch(server.url + path!, {
    method: 'POST',
    body: body!,
    headers: {authorization: `Bearer ${env['TOKEN']!}`, 'content-type': 'application/json'},
  });
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
  expect(table.toArray().map((row: {toJSON(): object}) => row.toJSON())).toEqual([
    {office_id: '14.KV01', files: 1n},
    {office_id: '38.KV01', files: 1n},
  ]);
});

function hasPyarrow(): boolean {
  try {
    execFileSync('python3', ['-c', 'import pyarrow, pandas'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}
