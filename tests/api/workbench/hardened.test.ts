import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openForQuestions, openParser} from '../../../api/workbench/hardened.ts';
import {queryLimits} from '../../../api/workbench/limits.ts';
import {QueryProcess} from '../../../api/workbench/query-process.ts';
import {createVersion} from '../version.ts';

let folder: string;
let file: string;
let db: DuckDBConnection;
let parser: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thads-'));
  file = join(folder, (await createVersion(folder, {version: 'night-31'})).file);
  db = await openForQuestions(file, '200MB');
  parser = await openParser();
});
afterAll(async () => {
  db.closeSync();
  parser.closeSync();
  await rm(folder, {recursive: true});
});

/** What would get through if the gate were not there. */
const hostile = (path: string) => [
  `from read_text('/etc/hostname')`,
  `from read_blob('${path}')`,
  `from read_csv('/etc/passwd')`,
  `from '/etc/passwd'`,
  `from glob('/etc/*')`,
  `copy (select 1) to '${path}'`,
  `copy (select 1) to '${path}.csv'`,
  `copy marts.units to '/dev/null'`,
  `export database '${path}.d'`,
  `attach '${path}' as again`,
  `attach '${path}.other' as other`,
  `install httpfs`,
  `load httpfs`,
  `from 'https://example.com/x.csv'`,
  `set enable_external_access = true`,
  `set disabled_filesystems = ''`,
  `set lock_configuration = false`,
  `set temp_directory = '/tmp'`,
  `set memory_limit = '100GB'`,
  `reset threads`,
  `create table marts.x as select 1`,
  `update marts.units set unit_name = 'x'`,
  `drop table marts.units`,
];

describe('a version that is open for questions', () => {
  test('does nothing else, even without a gate before it', async () => {
    const before = await readFile(file);
    const files = readdirSync(folder, {recursive: true});
    const done: string[] = [];
    for (const sql of hostile(file)) {
      await db.run(sql).then(
        () => done.push(sql),
        () => undefined,
      );
    }
    expect(done).toEqual([]);
    expect(before.equals(await readFile(file))).toBe(true);
    expect(readdirSync(folder, {recursive: true})).toEqual(files);
  });

  test('answers all the same', async () => {
    expect((await db.runAndReadAll('select count(*) from marts.units')).getRows()).toEqual([[10n]]);
  });
});

test('the parser reaches no file', async () => {
  const done: string[] = [];
  for (const sql of hostile(file).filter((text) => !/marts/.test(text))) {
    await parser.run(sql).then(
      () => done.push(sql),
      () => undefined,
    );
  }
  expect(done).toEqual([]);
});

describe.runIf(process.platform === 'linux')('the process of a query', () => {
  const children = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return (
            readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file) &&
            new RegExp(`^PPid:\\t${process.pid}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
          );
        } catch {
          return false;
        }
      });

  test('has no environment, no files to write, little memory, and is another user than root', async () => {
    const waiting = new QueryProcess(file, queryLimits);
    try {
      await waiting.ready;
      const [pid] = children();
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(
        new RegExp(`^Uid:\\t${process.getuid!() === 0 ? 65_534 : process.getuid!()}\\t`, 'm'),
      );
      const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
      expect(limits).toMatch(/^Max file size +0 +0 /m);
      expect(limits).toMatch(/^Max data size +1600000000 +1600000000 /m);
      expect(limits).toMatch(/^Max core file size +0 +0 /m);
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)).toEqual([
        expect.stringMatching(/^NODE_CHANNEL_FD=/),
        expect.stringMatching(/^NODE_CHANNEL_SERIALIZATION_MODE=/),
      ]);
    } finally {
      waiting.kill();
    }
  });

  test('has no network where the system lets it have none', async () => {
    const waiting = new QueryProcess(file, queryLimits);
    try {
      await waiting.ready;
      const [pid] = children();
      expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'));
    } finally {
      waiting.kill();
    }
  });
});
