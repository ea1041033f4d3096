import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {Float64, Int64, tableFromIPC, Utf8, type DataType, type StructRowProxy} from 'apache-arrow';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MetricAnswer} from '../../api/answers.ts';
import {writeArrow} from '../../api/arrow.ts';
import {writeCsv} from '../../api/csv.ts';
import {writeNdjson} from '../../api/ndjson.ts';
import {writeParquet} from '../../api/parquet.ts';
import type {Row, Table} from '../../api/table.ts';
import {literal, recordsOf, withDatabase} from '../../warehouse/database.ts';
import {startTestServer, type TestServer} from './running-server.ts';

const bytesOf = (pieces: AsyncIterable<Uint8Array>) => buffer(Readable.from(pieces));

let server: TestServer;
let demo: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  demo = await startTestServer({version: 'demo-31', demo: true});
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
});

const provinces = '/metrics/completion_rate?level=province';

test('CSV has the rows of the JSON, nothing as an empty field, and a name made by the server', async () => {
  const response = await server.get(`${provinces}&format=csv`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="completion_rate-province-2026-03-31.csv"',
  );
  expect(await response.text()).toBe(
    [
      'unit_id,unit_name,numerator,denominator,value,status',
      '48,Đà Nẵng,,,,no_data',
      '14,Sơn La,100,100,1,met',
      '38,Thanh Hóa,188,200,0.94,missed',
      '',
    ].join('\r\n'),
  );
});

describe('a CSV', () => {
  const begins = async (path: string, headers?: Record<string, string>) =>
    Buffer.from(await (await server.get(path, headers)).arrayBuffer())
      .subarray(0, 6)
      .toString('latin1');
  const mark = '\u00ef\u00bb\u00bf';

  test('that a person downloads begins so that Excel reads its letters, unless told not to', async () => {
    expect(await begins(`${provinces}&format=csv`)).toBe(`${mark}uni`);
    expect(await begins(`${provinces}&format=csv&bom=1`)).toBe(`${mark}uni`);
    expect(await begins(`${provinces}&format=csv&bom=0`)).toBe('unit_i');
    expect(await begins('/defects?format=csv')).toMatch(mark);
    expect(await begins('/defects?format=csv&bom=0')).not.toMatch(mark);
  });

  test('that a program asks for by its Accept header begins with its header', async () => {
    expect(await begins(provinces, {accept: 'text/csv'})).toBe('unit_i');
  });

  test('is another file with the mark than without', async () => {
    const tags = await Promise.all(
      ['&format=csv', '&format=csv&bom=0'].map(async (rest) =>
        (await server.get(provinces + rest)).headers.get('etag'),
      ),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });

  test('is read by DuckDB with the mark and without', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thads-'));
    try {
      for (const rest of ['', '&bom=0']) {
        const path = join(folder, `rows${rest}.csv`);
        await writeFile(path, await (await server.get(`${provinces}&format=csv${rest}`)).bytes());
        const rows = await withDatabase(':memory:', {}, (db) =>
          recordsOf(db, `select unit_id from read_csv(${literal(path)}) order by all`),
        );
        expect(rows).toEqual([{unit_id: 14}, {unit_id: 38}, {unit_id: 48}]);
      }
    } finally {
      await rm(folder, {recursive: true});
    }
  });
});

test('Arrow has the rows of the JSON exactly, with the types declared', async () => {
  const path = '/metrics/money_amount_coverage?level=province';
  const {rows} = await server.read<MetricAnswer>(path);
  const response = await server.get(path, {accept: 'application/vnd.apache.arrow.stream'});
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
  expect(table.schema.fields.map(({name, type}) => [name, type as DataType])).toEqual([
    ['unit_id', new Utf8()],
    ['unit_name', new Utf8()],
    ['numerator', new Int64()],
    ['denominator', new Int64()],
    ['value', new Float64()],
    ['status', new Utf8()],
  ]);
  expect((table.toArray() as StructRowProxy[]).map((row) => row.toJSON())).toEqual(
    rows.map((row) => ({
      ...row,
      numerator: row.numerator === null ? null : BigInt(row.numerator),
      denominator: row.denominator === null ? null : BigInt(row.denominator),
    })),
  );
  expect(rows.at(-1)?.numerator).toBe(9007199254740991);
});

test.each(['/metrics', provinces, '/metrics/completion_rate/series', '/units', '/entries'])(
  '%s has as many rows in CSV and Arrow as in JSON',
  async (path) => {
    const {rows} = await server.read<{rows: unknown[]}>(path);
    const csv = await (await server.get(path, {accept: 'text/csv'})).text();
    const arrow = await (
      await server.get(path, {accept: 'application/vnd.apache.arrow.stream'})
    ).arrayBuffer();
    expect(csv.split('\r\n')).toHaveLength(rows.length + 2);
    expect(tableFromIPC(new Uint8Array(arrow)).numRows).toBe(rows.length);
  },
);

test('an export of made-up data says so on every row', async () => {
  const csv = await (await demo.get(`${provinces}&format=csv`)).text();
  const [header, ...rows] = csv.trimEnd().split('\r\n');
  expect(header).toMatch(/,data_note$/);
  for (const row of rows) expect(row).toMatch(/,"Số liệu minh họa, không phải số liệu thật"$/);
  const arrow = tableFromIPC(
    new Uint8Array(await (await demo.get(`${provinces}&format=arrow`)).arrayBuffer()),
  );
  expect(arrow.getChild('data_note')?.get(0)).toBe('Số liệu minh họa, không phải số liệu thật');
});

test('a name that would be a formula in a spreadsheet stays text', async () => {
  const csv = await (
    await server.get('/metrics/officer_completion_rate?level=officer&unit=38.KV02&format=csv')
  ).text();
  expect(csv).toContain(`CB3,"'=HYPERLINK(""http://x"")",0,10,0,missed\r\n`);
});

test('the format in the address outweighs the one in Accept', async () => {
  const response = await server.get(`${provinces}&format=json`, {accept: 'text/csv'});
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test('a browser that accepts anything is answered in JSON', async () => {
  const response = await server.get(provinces, {accept: 'text/html,application/xhtml+xml,*/*;q=0.8'});
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

describe('a table', () => {
  const table: Table = {
    columns: {text: 'text', whole: 'integer', part: 'number', yes: 'boolean'},
    rows: [
      {text: 'a,b', whole: -1, part: 0.1, yes: true},
      {text: 'nói "rằng"\nthế', whole: 9007199254740991, part: 1e-7, yes: false},
      {text: '', whole: null, part: null, yes: null},
      {text: null, whole: 0, part: 0, yes: null},
    ],
  };

  test('is written by RFC 4180', async () => {
    expect(String(await bytesOf(writeCsv(table)))).toBe(
      'text,whole,part,yes\r\n"a,b",-1,0.1,true\r\n"nói ""rằng""\nthế",9007199254740991,1e-7,false\r\n"",,,\r\n,0,0,\r\n',
    );
  });

  test('is read back from Parquet and from lines of JSON as it was', async () => {
    const lines = String(await bytesOf(writeNdjson(table)))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(table.rows);
    const folder = await mkdtemp(join(tmpdir(), 'thads-'));
    try {
      const path = join(folder, 'rows.parquet');
      await writeFile(path, await bytesOf(writeParquet(table)));
      const read = await withDatabase(':memory:', {}, (db) =>
        recordsOf(db, `from read_parquet(${literal(path)})`),
      );
      expect(read).toEqual(table.rows);
    } finally {
      await rm(folder, {recursive: true});
    }
  });

  test('is one Arrow stream of several batches, whatever each of them leaves empty', async () => {
    const days = ['2026-03-31', null, '2026-04-01'];
    const batches = Readable.from(days.map((day) => [{day}])) as AsyncIterable<Row[]>;
    const read = tableFromIPC(await bytesOf(writeArrow({columns: {day: 'date'}, rows: batches})));
    expect([...(read.getChild('day') ?? [])].map((day: number | null) => day && new Date(day))).toEqual(
      days.map((day) => day && new Date(`${day}T00:00:00Z`)),
    );
  });

  test('is read back from Arrow as it was, also when it has no rows', async () => {
    const read = tableFromIPC(await bytesOf(writeArrow(table)));
    expect([...(read.getChild('text') ?? [])]).toEqual(['a,b', 'nói "rằng"\nthế', '', null]);
    expect([...(read.getChild('whole') ?? [])]).toEqual([-1n, 9007199254740991n, null, 0n]);
    expect([...(read.getChild('part') ?? [])]).toEqual([0.1, 1e-7, null, 0]);
    expect([...(read.getChild('yes') ?? [])]).toEqual([true, false, null, null]);
    const empty = tableFromIPC(await bytesOf(writeArrow({...table, rows: []})));
    expect([empty.numRows, empty.schema.names]).toEqual([0, ['text', 'whole', 'part', 'yes']]);
  });

  test.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', '＋1', '－1', '＠a'])(
    'makes text of %j, which a spreadsheet could run',
    async (text) => {
      const csv = String(await bytesOf(writeCsv({columns: {text: 'text'}, rows: [{text}]})));
      expect(csv.slice('text\r\n'.length).replace('"', '')).toMatch(/^'/);
    },
  );
});
