import {copyFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {ServedVersion} from '../../api/served-version.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {createVersion} from './version.ts';

const provinces = Array.from({length: 12}, (_, i) => String(60 + i));
/** The provinces' files that stay open at rest. */
const kept = 3;

let root: string;
let served: ServedVersion;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  const current = await createVersion(root, {version: 'a'});
  // More provinces than stay open, each with the rows of one that there is.
  const scopes = join(root, 'versions', 'a.scopes');
  for (const province of provinces) {
    copyFileSync(join(scopes, 'province-38.duckdb'), join(scopes, `province-${province}.duckdb`));
  }
  served = new ServedVersion(dataFolder(root), current);
});
afterEach(async () => {
  served.closeSync();
  await rm(root, {recursive: true});
});

const nightOf = async (province: string): Promise<string | undefined> =>
  served.use({province}, async (version) => (await version.rows<{night: string}>('night_built'))[0]?.night);

test('of many provinces’ files only those read last stay open, and every answer is right', async () => {
  const asked = Array.from({length: 12}, (_, turn) =>
    provinces.map((_province, i) => provinces[(i + turn * 5) % provinces.length]!),
  );
  for (const turn of asked) {
    expect(await Promise.all(turn.map(nightOf))).toEqual(turn.map(() => '2026-03-31'));
    expect(served.openFiles).toBe(kept);
  }
});

test('a file that is being read from stays open, however many are opened after it', async () => {
  const others = Promise.withResolvers<void>();
  const first = served.use({province: '60'}, async (version) => {
    await others.promise;
    return version.rows<{night: string}>('night_built');
  });
  for (const province of provinces.slice(1)) await nightOf(province);
  expect(served.openFiles).toBe(kept + 1);
  others.resolve();
  expect((await first)[0]?.night).toBe('2026-03-31');
  expect(served.openFiles).toBe(kept);
});

test('a file closes only when the queries that a failed request left have ended', async () => {
  let hasEnded = false;
  const left = Promise.withResolvers<void>();
  const failing = served.use({province: '60'}, (version) => {
    void version.rows('night_built').then(() => {
      hasEnded = true;
      left.resolve();
    });
    return Promise.reject(new Error('the other half of the answer failed'));
  });
  await expect(failing).rejects.toThrow('the other half');
  for (const province of provinces.slice(1)) await nightOf(province);
  await left.promise;
  expect(hasEnded).toBe(true);
  await expect.poll(() => served.openFiles).toBe(kept);
  expect(await nightOf('60')).toBe('2026-03-31');
});

test('the files of all provinces together stay open, and one that cannot be opened is tried again', async () => {
  await served.use('no_parties', () => Promise.resolve());
  await expect(nightOf('99')).rejects.toThrow();
  await expect(nightOf('99')).rejects.toThrow();
  for (const province of provinces) await nightOf(province);
  expect(served.openFiles).toBe(kept + 1);
});
