/** What each role is sent, byte by byte: no name that it may not see, in no address, format, error or header. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readXlsx} from 'hucre/xlsx';
import {endpoints} from '../../api/app.ts';
import {permissions} from '../../api/permissions.ts';
import type {Role} from '../../api/roles.ts';
import {startServer, type RunningServer} from '../../api/server.ts';
import {literal, recordsOf, withDatabase} from '../../warehouse/database.ts';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createToken} from '../access.ts';
import {canaries, isIn, startCanaries, type CanaryWorld} from '../canaries.ts';

let world: CanaryWorld;
let server: RunningServer;
let scratch: string;

beforeAll(async () => {
  world = await startCanaries();
  scratch = await mkdtemp(join(tmpdir(), 'thads-'));
  server = await startServer({data: world.folder.root, port: 0, host: '127.0.0.1', web: scratch});
}, 120_000);
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
  await rm(scratch, {recursive: true});
});

const files = ['csv', 'ndjson', 'arrow', 'xlsx', 'parquet'] as const;

/** What every parameter is asked with; those an address does not take are left out. */
const asked = (province: string) =>
  [
    {level: 'province', unit: province},
    {level: 'office', unit: province, by: 'office', provinces: 'former'},
    {level: 'officer', unit: province, by: 'officer'},
    {unit: `${province}.KV01`},
    // Whom every name has a letter in common with.
    {unit: province, name: 'an'},
    {name: 'an'},
    {kind: 'province', candidate: province, first: province, second: province, quality: '0.5'},
    {
      kind: 'office',
      candidate: `${province}.KV01`,
      first: `${province}.KV01`,
      second: `${province}.KV01`,
      quality: '0.5',
    },
    {
      kind: 'individual',
      candidate: `officer-${province}`,
      first: `officer-${province}`,
      second: `officer-${province}`,
      quality: '0.5',
    },
    {},
  ] as Record<string, string>[];

/** Every address with every set of its parameters, as JSON and in one other format: each has its turn. */
function addresses(province: string): string[] {
  const all = new Set<string>();
  for (const {path, query, tabular} of endpoints) {
    for (const [turn, set] of asked(province).entries()) {
      const known = Object.entries(set).filter(([key]) => key in query.shape);
      for (const format of tabular ? ['json', files[turn % files.length]!] : ['json']) {
        const ids = path.startsWith('/campaigns')
          ? ['nen-tang-so-2026']
          : path.startsWith('/units')
            ? [province, `${province}.KV01`]
            : path.startsWith('/lists')
              ? ['money_coverage_below_5', 'gap_smallest_13']
              : ['completion_rate', 'officer_completion_rate', 'quality_score'];
        for (const id of path.includes('{') ? ids : ['']) {
          const params = new URLSearchParams([
            ...known,
            ...('format' in query.shape ? [['format', format]] : []),
          ]);
          all.add(`${path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'DN000001')}?${String(params)}`);
        }
      }
    }
  }
  return [...all];
}

/** Everything that came back, headers and all, in a form in which names can be found. */
async function textOf(response: Response): Promise<string> {
  const head = JSON.stringify([...response.headers]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('spreadsheet')) {
    const {sheets} = await readXlsx(new Uint8Array(bytes));
    return head + JSON.stringify(sheets.map(({rows}) => rows));
  }
  if (type.includes('parquet')) {
    const path = join(scratch, 'answer.parquet');
    await writeFile(path, bytes);
    const rows = await withDatabase(':memory:', {}, (db) =>
      recordsOf(db, `from read_parquet(${literal(path)})`),
    );
    return head + JSON.stringify(rows);
  }
  return head + bytes.toString('utf8');
}

/** What of the forbidden came through, by address; and how many answers were good. */
async function leaksTo(
  role: Role,
  scope: string | undefined,
  forbidden: readonly string[],
  paths: readonly string[],
): Promise<{leaks: string[]; good: number}> {
  const authorization = `Bearer ${createToken(world.folder.root, role, scope)}`;
  const leaks: string[] = [];
  let good = 0;
  for (const path of paths) {
    const response = await fetch(`${server.url}/api/v1${path}`, {headers: {authorization}});
    if (response.status >= 500) leaks.push(`${path} fails: ${response.status} ${await response.text()}`);
    else {
      if (response.status === 200) good++;
      leaks.push(...isIn(await textOf(response), forbidden).map((name) => `${path} tells ${name}`));
    }
  }
  return {leaks, good};
}

const parties = [...canaries.parties, canaries.identifier];

describe.each([
  ['38', '14'],
  ['14', '38'],
] as const)('the viewer of province %s', (own, other) => {
  test('is never told a party, or an officer or a file of another province, whatever is asked', async () => {
    const forbidden = [
      ...parties,
      canaries.officers[other],
      `officer-${other}"`,
      `${other}.KV01/1`,
      `item-${other}`,
    ];
    const {leaks, good} = await leaksTo('tinh', own, forbidden, [...addresses(own), ...addresses(other)]);
    expect(leaks).toEqual([]);
    expect(good).toBeGreaterThan(50);
  }, 120_000);

  test('is told nothing of another province’s units but their published rank', async () => {
    const paths = [...addresses(own), ...addresses(other)].filter((path) => !path.startsWith('/campaigns'));
    // An error may repeat what was asked, and nothing more.
    const units = [`Đơn vị ${other}.KV01`, `Đơn vị ${other}`];
    expect((await leaksTo('tinh', own, units, paths)).leaks).toEqual([]);
  }, 120_000);
});

test.each<[Role, readonly string[]]>([
  ['phan_tich', [...parties, ...Object.values(canaries.officers)]],
  ['quan_tri', [...parties, ...Object.values(canaries.officers)]],
  ['lanh_dao', parties],
  ['hoi_dong', parties],
])(
  '%s is never told a name that is not for that role',
  async (role, forbidden) => {
    const {leaks, good} = await leaksTo(role, undefined, forbidden, addresses('38'));
    expect(leaks).toEqual([]);
    expect(good).toBeGreaterThan(role === 'quan_tri' ? 0 : 50);
  },
  120_000,
);

test('the leadership is told officers by name, or the tests above would prove nothing', async () => {
  const {leaks} = await leaksTo('lanh_dao', undefined, [canaries.officers['38']], addresses('38'));
  expect(leaks.length).toBeGreaterThan(5);
}, 120_000);

test('no role has a route to a version without a line in the table', () => {
  expect(endpoints.filter(({path}) => !(`GET ${path}` in permissions))).toEqual([]);
});
