import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readXlsx} from 'hucre/xlsx';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {endpoints} from '../../api/app.ts';
import {startServer, type RunningServer} from '../../api/server.ts';
import {createToken} from '../access.ts';
import {startCanaries, type CanaryWorld} from '../canaries.ts';

let world: CanaryWorld;
let server: RunningServer;
let web: string;

beforeAll(async () => {
  world = await startCanaries();
  web = await mkdtemp(join(tmpdir(), 'thads-'));
  server = await startServer({data: world.folder.root, port: 0, host: '127.0.0.1', web});
}, 120_000);
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
  await rm(web, {recursive: true});
});

const ids: Readonly<Record<string, string>> = {
  campaigns: 'nen-tang-so-2026',
  lists: 'money_coverage_below_5',
  metrics: 'completion_rate',
};

test('every column of every workbook has a heading in Vietnamese, and what it means beside its name', async () => {
  const authorization = `Bearer ${createToken(world.folder.root, 'lanh_dao')}`;
  const wordless: string[] = [];
  let workbooks = 0;
  for (const {path, query} of endpoints.filter(({tabular}) => tabular)) {
    const asked = new URLSearchParams({
      format: 'xlsx',
      ...('kind' in query.shape ? {kind: 'province'} : {}),
      ...('quality' in query.shape ? {quality: '0.5'} : {}),
    });
    const address = path
      .replace('{id}', ids[path.split('/')[1] ?? ''] ?? '')
      .replaceAll(/\{\w+\}/g, 'DN000001');
    const response = await fetch(`${server.url}/api/v1${address}?${String(asked)}`, {
      headers: {authorization},
    });
    if (response.status !== 200) continue;
    workbooks++;
    const {sheets} = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [cover, data] = sheets;
    const named = cover!.rows.slice(cover!.rows.findIndex(([first]) => first === 'Cột') + 1);
    expect(data!.rows[0]).toEqual(named.map(([heading]) => heading));
    for (const [heading, meaning, , name] of named) {
      if (heading === name || !meaning) wordless.push(`${path}: ${String(name)}`);
    }
  }
  expect(wordless).toEqual([]);
  expect(workbooks).toBeGreaterThan(15);
}, 60_000);
