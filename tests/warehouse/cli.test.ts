/** The program as scripts meet it: exit codes, sentences, and what stays when something is wrong. */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {Current} from '../../warehouse/current.ts';
import type {NightlyOutcome} from '../../warehouse/nightly.ts';
import type {Status} from '../../warehouse/status.ts';
import {rawFile, type TestFile} from '../deliveries.ts';
import {deliver, smallTables, wholeFile} from '../small-landing.ts';

const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
let folder: string;
let landing: string;
let data: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thads-'));
  landing = join(folder, 'landing');
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function thads(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code) : 0, stdout, stderr});
    });
  });
}

const nightly = (...args: string[]) => thads('nightly', '--landing', landing, '--data', data, ...args);

const inForce = () => JSON.parse(readFileSync(join(data, 'current.json'), 'utf8')) as Current;

/** The version in force, to the last byte. */
function whatReadersSee(): string {
  const current = readFileSync(join(data, 'current.json'));
  const version = readFileSync(join(data, inForce().file));
  return createHash('sha256').update(current).update(version).digest('hex');
}

describe('a night', () => {
  test('is published, says what it did, and is not published twice', async () => {
    deliver(landing, 'to-chuc-tha');
    const first = await nightly();
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(
      /Đã công bố đêm 2026-03-31 .*: 10 dòng dùng được, 0 dòng cách ly, \d+ phép kiểm đạt/,
    );
    expect(first.stderr).toContain('✓ Nạp bản giao 2026-03-31/to-chuc-tha');
    const before = whatReadersSee();

    const again = await nightly();
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('Không có bản giao mới; không phải làm gì.');
    expect(whatReadersSee()).toBe(before);
  });

  test('prints one JSON document when asked, and nothing else', async () => {
    deliver(landing, 'to-chuc-tha');
    const {stdout, stderr} = await nightly('--json');
    const outcome = JSON.parse(stdout) as NightlyOutcome;
    expect(outcome).toMatchObject({refused: [], broken: [], published: [{night: '2026-03-31', rows: 10}]});
    expect(stderr).toBe('');
  });

  test('takes every date that waits, oldest first, and only one when a date is given', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31'});
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    await nightly('--date', '2026-03-24');
    expect(inForce().night).toBe('2026-03-24');
    const rest = JSON.parse((await nightly('--json')).stdout) as NightlyOutcome;
    expect(rest.published.map(({night}) => night)).toEqual(['2026-03-31']);
    const status = JSON.parse((await thads('status', '--data', data, '--json')).stdout) as Status;
    expect(status.nights).toEqual(['2026-03-24', '2026-03-31']);
  });

  test('carries a late program forward with its own date', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'tiep-cong-dan', {date: '2026-03-31'});
    await nightly();
    const status = JSON.parse((await thads('status', '--data', data, '--json')).stdout) as Status;
    expect(status.current?.night).toBe('2026-03-31');
    expect(status.sources).toContainEqual(
      expect.objectContaining({program_id: 'to-chuc-tha', business_date: '2026-03-24', is_late: true}),
    );
    expect(status.sources).toContainEqual(
      expect.objectContaining({program_id: 'tiep-cong-dan', business_date: '2026-03-31', is_late: false}),
    );
  });

  test('is counted again, with those that follow, when a higher sequence corrects it', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
    deliver(landing, 'to-chuc-tha', {date: '2026-03-31'});
    await nightly();
    deliver(landing, 'to-chuc-tha', {
      date: '2026-03-24',
      sequence: 2,
      tables: {ho_so: smallTables['ho_so']!.slice(1)},
    });
    const corrected = JSON.parse((await nightly('--json')).stdout) as NightlyOutcome;
    expect(corrected.published.map(({night}) => night)).toEqual(['2026-03-24', '2026-03-31']);
    expect(inForce().night).toBe('2026-03-31');
  });

  test('that crashed half-way is done by the next run', async () => {
    deliver(landing, 'to-chuc-tha');
    mkdirSync(join(data, 'scratch'), {recursive: true});
    writeFileSync(join(data, 'scratch', '2026-03-31-left.duckdb'), 'half a version');
    writeFileSync(join(data, 'night.lock'), '999999999');
    expect((await nightly()).code).toBe(0);
    expect(inForce().night).toBe('2026-03-31');
    expect(readdirSync(join(data, 'scratch'), {recursive: true})).not.toContain('2026-03-31-left.duckdb');
  });
});

describe('bad input', () => {
  const files = (name: string): TestFile => wholeFile(name, smallTables[name]!);
  const text = (name: string) => Buffer.from(files(name).content).toString('utf8');
  const changed = (name: string, change: (text: string) => string) =>
    rawFile(name, change(text(name)), files(name).rows);
  const gzipped = rawFile('ho_so', text('ho_so'), 2, 'csv.gz');

  interface Bad {
    tables?: Record<string, TestFile>;
    falsify?: NonNullable<Parameters<typeof deliver>[2]>['falsify'];
    says: RegExp;
  }
  const refused: Record<string, Bad> = {
    'a truncated csv.gz': {
      tables: {ho_so: {...gzipped, content: gzipped.content.subarray(0, gzipped.content.length - 20)}},
      says: /ho_so\.csv\.gz/,
    },
    'a wrong hash': {
      falsify: (datapackage) => {
        datapackage.resources[3]!['hash'] = `sha256:${'0'.repeat(64)}`;
        return datapackage;
      },
      says: /ho_so\.csv: tệp có mã băm sha256:.*, hãy giao lại/,
    },
    'a wrong row count': {
      falsify: (datapackage) => {
        datapackage.resources[3]!['thads:rows'] = 7;
        return datapackage;
      },
      says: /7/,
    },
    'a missing column': {
      tables: {ho_so: changed('ho_so', (csv) => csv.replace('ngay_thu_ly', 'ngay_thu'))},
      says: /ngay_thu_ly/,
    },
    'a doubled column': {
      tables: {ho_so: changed('ho_so', (csv) => csv.replace('ma_chv', 'ma_don_vi'))},
      says: /ma_don_vi/,
    },
    'UTF-16': {
      tables: {ho_so: rawFile('ho_so', Buffer.from(`\ufeff${text('ho_so')}`, 'utf16le'), 2)},
      says: /UTF-8/,
    },
    'an empty file': {tables: {ho_so: rawFile('ho_so', '', 0)}, says: /ho_so\.csv.*rỗng/},
  };
  test.each(Object.entries(refused))(
    '%s is refused with a sentence, and readers keep yesterday',
    async (_, bad) => {
      deliver(landing, 'to-chuc-tha', {date: '2026-03-30'});
      await nightly();
      const before = whatReadersSee();
      deliver(landing, 'to-chuc-tha', {
        tables: bad.tables ?? {},
        ...(bad.falsify ? {falsify: bad.falsify} : {}),
      });
      const {code, stderr} = await nightly();
      expect(stderr).toMatch(/Bản giao 2026-03-31\/to-chuc-tha bị từ chối/);
      expect(stderr).toMatch(bad.says);
      expect(code).toBe(3);
      expect(whatReadersSee()).toBe(before);
    },
  );

  test('a folder without datapackage.json is not touched until it is complete', async () => {
    const folderOfDelivery = deliver(landing, 'to-chuc-tha');
    rmSync(join(folderOfDelivery, 'datapackage.json'));
    const {code, stdout} = await nightly();
    expect(code).toBe(0);
    expect(stdout).toMatch(/Chưa đủ: .*to-chuc-tha chưa có datapackage.json/);
  });

  test('columns in another order are read by their names', async () => {
    const reversed = text('ho_so')
      .trim()
      .split('\n')
      .map((line) => `${line.split(',').reverse().join(',')}\n`)
      .join('');
    deliver(landing, 'to-chuc-tha', {tables: {ho_so: rawFile('ho_so', reversed, 2)}});
    const {published} = JSON.parse((await nightly('--json')).stdout) as NightlyOutcome;
    expect(published).toMatchObject([{rows: 10, quarantined: 0}]);
  });

  test('a key twice and 685.231 đồng are kept out, counted and shown; the night goes on', async () => {
    const rows = Array.from({length: 200}, (_, i) => ({...smallTables['ho_so']![0]!, ma_ho_so: `h${i}`}));
    deliver(landing, 'to-chuc-tha', {
      tables: {
        ho_so: wholeFile('ho_so', [...rows, rows[0]!]),
        khoan_tien: wholeFile('khoan_tien', [{...smallTables['khoan_tien']![0], phai_thi_hanh: '685.231'}]),
      },
    });
    const outcome = JSON.parse((await nightly('--json')).stdout) as NightlyOutcome;
    const table = (name: string) => outcome.landed[0]!.tables.find((one) => one.table === name);
    expect(table('ho_so')).toMatchObject({rows: 201, loaded: 200, quarantined: 1});
    expect(table('khoan_tien')).toMatchObject({rows: 1, loaded: 1, quarantined: 0, nulledValues: 1});
    expect(outcome.published).toHaveLength(1);
  });

  test('a file of which too much is kept out holds the night', async () => {
    const rows = smallTables['ho_so']!;
    deliver(landing, 'to-chuc-tha', {tables: {ho_so: wholeFile('ho_so', [...rows, rows[0]!])}});
    const {code, stderr} = await nightly();
    expect(code).toBe(4);
    expect(stderr).toContain('Bảng ho_so (ho_so.csv): 1/3 dòng phải cách ly (33,33%), quá giới hạn 1%.');
  });

  test('an unknown province holds the night, and readers keep yesterday', async () => {
    deliver(landing, 'to-chuc-tha', {date: '2026-03-30'});
    await nightly();
    const before = whatReadersSee();
    const units = smallTables['don_vi']!.map((unit) =>
      unit['ma_tinh'] === '14' ? {...unit, ma_tinh: '99'} : unit,
    );
    deliver(landing, 'to-chuc-tha', {tables: {don_vi: wholeFile('don_vi', units)}});
    const {code, stderr} = await nightly();
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /Đêm 2026-03-31 không được công bố: offices_belong_to_a_known_province \(2 dòng.*14\.KV01, 99/,
    );
    expect(whatReadersSee()).toBe(before);
  });
});

test.each([
  ['an unknown command', ['fly']],
  ['a date that does not exist', ['nightly', '--date', '2026-02-30']],
  ['a landing folder that is not there', ['nightly', '--landing', '/nowhere/at/all']],
  ['a scale that is no number', ['demo', '--scale', 'big']],
])('%s is wrong usage', async (_, args) => {
  const {code, stderr} = await thads(...args);
  expect(code).toBe(2);
  expect(stderr).not.toBe('');
});

test('before the first night there is a status, too', async () => {
  const {code, stdout} = await thads('status', '--data', data);
  expect(code).toBe(0);
  expect(stdout).toContain('Chưa có đêm nào được công bố.');
});
