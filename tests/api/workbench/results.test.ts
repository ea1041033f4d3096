import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {tableFromIPC} from 'apache-arrow';
import {readXlsx} from 'hucre/xlsx';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {literal, rowsOf, withDatabase} from '../../../warehouse/database.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {answerOf, ask} from './asking.ts';

let server: TestServer;
let analyst: {authorization: string};
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  analyst = server.as('phan_tich_pii');
});
afterAll(() => server[Symbol.asyncDispose]());

/** A value of each type; the second row is nothing. */
const everything = `
from (values (true), (false)) as t(given) select
    if(given, 9007199254740993, null)::bigint as big,
    if(given, -9007199254740991, null)::bigint as small,
    if(given, 170141183460469231731687303715884105727::hugeint, null) as huge,
    if(given, -12.50, null)::decimal(5, 2) as price,
    if(given, 12345678901234567890.12, null)::decimal(38, 2) as sum,
    if(given, 0.1, null)::double as part,
    if(given, 'NaN', null)::double as none,
    if(given, '-inf', null)::double as least,
    if(given, date '2026-03-31', null) as day,
    if(given, timestamp '2026-03-11 23:42:49.123456', null) as at,
    if(given, timestamptz '2026-03-11 23:42:49+07', null) as moment,
    if(given, true, null) as yes,
    if(given, '=1+1', null) as formula,
    if(given, [1, 2], null) as list,
    if(given, {'a': 1, 'b': 'x'}, null) as struct,
    if(given, '\\xAA\\x00'::blob, null) as bytes,
    if(given, interval 1 month, null) as span,
    if(given, '{"a": 1}'::json, null) as document
`;

const fileOf = async (format: string, sql = everything) =>
  new Uint8Array(await (await ask(server, analyst, {sql}, {query: `?format=${format}`})).arrayBuffer());

test('JSON has each value exactly: digits as text where a number would round them', async () => {
  const {columns, rows} = await answerOf(await ask(server, analyst, {sql: everything}));
  expect(columns.map(({type}) => type)).toEqual([
    'BIGINT',
    'BIGINT',
    'HUGEINT',
    'DECIMAL(5,2)',
    'DECIMAL(38,2)',
    'DOUBLE',
    'DOUBLE',
    'DOUBLE',
    'DATE',
    'TIMESTAMP',
    'TIMESTAMP WITH TIME ZONE',
    'BOOLEAN',
    'VARCHAR',
    'INTEGER[]',
    'STRUCT("a" INTEGER, "b" VARCHAR)',
    'BLOB',
    'INTERVAL',
    'JSON',
  ]);
  expect(rows).toEqual([
    [
      '9007199254740993',
      -9007199254740991,
      '170141183460469231731687303715884105727',
      -12.5,
      '12345678901234567890.12',
      0.1,
      'NaN',
      '-Infinity',
      '2026-03-31',
      '2026-03-11T23:42:49.123456',
      '2026-03-11T23:42:49+07:00',
      true,
      '=1+1',
      [1, 2],
      {a: 1, b: 'x'},
      'qgA=',
      '1 month',
      '{"a": 1}',
    ],
    Array.from({length: 18}, () => null),
  ]);
});

test('Arrow has each value in the type declared for it', async () => {
  const table = tableFromIPC(await fileOf('arrow'));
  expect(table.schema.fields.map(({name, type}) => `${name} ${String(type)}`)).toEqual([
    'big Int64',
    'small Int64',
    'huge Decimal[38e0]',
    'price Decimal[5e+2]',
    'sum Decimal[38e+2]',
    'part Float64',
    'none Float64',
    'least Float64',
    'day Date32<DAY>',
    'at Timestamp<MICROSECOND>',
    'moment Timestamp<MICROSECOND, Asia/Ho_Chi_Minh>',
    'yes Bool',
    'formula Utf8',
    'list Utf8',
    'struct Utf8',
    'bytes Binary',
    'span Utf8',
    'document Utf8',
  ]);
  const raw = (name: string) => table.getChild(name)!.data[0]!.values as ArrayBufferView;
  const words = (name: string) => {
    const {buffer, byteOffset} = raw(name);
    const view = new DataView(buffer, byteOffset, 16);
    return (view.getBigInt64(8, true) << 64n) | view.getBigUint64(0, true);
  };
  expect(table.getChild('big')?.get(0)).toBe(9007199254740993n);
  expect([words('huge'), words('price'), words('sum')]).toEqual([
    170141183460469231731687303715884105727n,
    -1250n,
    1234567890123456789012n,
  ]);
  expect((raw('at') as BigInt64Array)[0]).toBe(BigInt(Date.UTC(2026, 2, 11, 23, 42, 49)) * 1000n + 123_456n);
  expect((raw('moment') as BigInt64Array)[0]).toBe(BigInt(Date.UTC(2026, 2, 11, 16, 42, 49)) * 1000n);
  expect((raw('day') as Int32Array)[0]).toBe(Date.UTC(2026, 2, 31) / 86_400_000);
  expect([...(table.getChild('bytes')?.get(0) as Uint8Array)]).toEqual([0xaa, 0]);
  expect(table.getChild('list')?.get(0)).toBe('[1,2]');
  for (const {name} of table.schema.fields) expect(table.getChild(name)?.get(1), name).toBe(null);
});

test('Parquet has each value in the type declared for it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thads-'));
  try {
    const path = join(folder, 'rows.parquet');
    await writeFile(path, await fileOf('parquet'));
    const read = await withDatabase(':memory:', {}, async (db) => ({
      zone: await db.run(`set TimeZone = 'Asia/Ho_Chi_Minh'`),
      rows: await rowsOf(
        db,
        `select big::varchar, small::varchar, huge::varchar, price::varchar, sum::varchar, part, none::varchar, day::varchar,
             "at"::varchar, moment::varchar, hex(bytes), list
         from ${literal(path)} limit 1`,
      ),
      types: await rowsOf(db, `select column_type from (describe from ${literal(path)})`),
    }));
    expect(read.rows).toEqual([
      [
        '9007199254740993',
        '-9007199254740991',
        '170141183460469231731687303715884105727',
        '-12.50',
        '12345678901234567890.12',
        0.1,
        'nan',
        '2026-03-31',
        '2026-03-11 23:42:49.123456',
        '2026-03-11 23:42:49+07',
        'AA00',
        '[1,2]',
      ],
    ]);
    // Of its 39 digits Parquet could hold 38, so the largest number stays a text.
    expect(read.types.flat().slice(0, 5)).toEqual([
      'BIGINT',
      'BIGINT',
      'VARCHAR',
      'DECIMAL(5,2)',
      'DECIMAL(38,2)',
    ]);
  } finally {
    await rm(folder, {recursive: true});
  }
});

test('CSV has digits as they are, and no text that a spreadsheet would run', async () => {
  const [header, row, nothing] = Buffer.from(await fileOf('csv'))
    .toString()
    .split('\r\n');
  expect(header).toMatch(/^\ufeffbig,small,huge,price/);
  expect(row).toBe(
    `9007199254740993,-9007199254740991,170141183460469231731687303715884105727,-12.5,12345678901234567890.12,0.1,NaN,-Infinity,` +
      `2026-03-31,2026-03-11T23:42:49.123456,2026-03-11T23:42:49+07:00,true,'=1+1,"[1,2]","{""a"":1,""b"":""x""}",qgA=,1 month,"{""a"": 1}"`,
  );
  expect(nothing).toBe(','.repeat(17));
});

test('lines of JSON have one object to a row, and a second name of its own for a column named twice', async () => {
  const text = Buffer.from(await fileOf('ndjson', `select 1 as a, 2 as a, [3] as "b c"`)).toString();
  expect(JSON.parse(text)).toEqual({a: 1, a_1: 2, 'b c': [3]});
});

test('a workbook has numbers as numbers, and as text what Excel would round', async () => {
  const {sheets} = await readXlsx(
    await fileOf('xlsx', `select 9007199254740993 as "2", 12.5 as "1", '=1+1' as a`),
  );
  expect(sheets[1]?.rows).toEqual([
    ['2', '1', 'a'],
    ['9007199254740993', 12.5, '=1+1'],
  ]);
});

test('a workbook says what was asked, names columns as the question does, and has moments as moments', async () => {
  const question = `select timestamp '2026-03-31 17:05:09' as at, date '2026-03-31' as "Ngày", 0.5 as value`;
  const {sheets} = await readXlsx(await fileOf('xlsx', question));
  expect(sheets[1]?.rows).toEqual([
    ['at', 'Ngày', 'value'],
    [new Date('2026-03-31T17:05:09Z'), new Date('2026-03-31T00:00:00Z'), 0.5],
  ]);
  expect(sheets[0]?.rows.find(([name]) => name === 'Câu SQL')?.[1]).toBe(question);
});

describe('the form', () => {
  test('is chosen by Accept too', async () => {
    const response = await ask(server, analyst, {sql: 'select 1'}, {accept: 'text/csv'});
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="truy-van-2026-03-31.csv"',
    );
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('1\r\n1\r\n');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-thads-version')).toBe('night-31');
  });

  test('of no rows is a file all the same', async () => {
    const sql = 'select 1 as one where false';
    expect(tableFromIPC(await fileOf('arrow', sql)).schema.names).toEqual(['one']);
    expect(Buffer.from(await fileOf('csv', sql)).toString()).toBe('\ufeffone\r\n');
    expect(
      Buffer.from(await fileOf('parquet', sql))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
  });
});
