import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {MetricAnswer, StatusAnswer} from '../../api/answers.ts';
import type {OpenVersion} from '../../api/open-version.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {startTestServer} from './running-server.ts';
import {createVersion, putInForce} from './version.ts';

let root: string;
const report = vi.fn();
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  report.mockClear();
});
afterEach(() => rm(root, {recursive: true}));

const nameOf = (version: OpenVersion) => Promise.resolve(version.current.version);

test('nobody is disturbed while versions come and go', async () => {
  await using server = await startTestServer({version: 'a', night: '2026-03-24'});
  const a = await createVersion(server.data, {version: 'a2', night: '2026-03-24'});
  const b = await createVersion(server.data, {version: 'b'});
  const c = await createVersion(server.data, {version: 'c'});

  let asking = true;
  const seen = new Set<string>();
  const failures: string[] = [];
  const visitors = Array.from({length: 8}, async (_, visitor) => {
    for (let n = 0; asking; n++) {
      // A new question each time, so that the database is read and not the finished answers.
      const as_of = new Date(Date.UTC(2027, visitor, n)).toISOString().slice(0, 10);
      const response = await server.get(`/metrics/files_missing?as_of=${as_of}`);
      if (response.status !== 200) {
        failures.push(`${response.status} ${await response.text()}`);
        continue;
      }
      const answer = (await response.json()) as MetricAnswer;
      seen.add(answer.version);
      const expected = answer.night === '2026-03-24' ? 100 : 12;
      if (answer.rows[0]?.value !== expected) failures.push(JSON.stringify(answer));
      if (response.headers.get('x-thads-version') !== answer.version) failures.push('header');
    }
  });
  for (const current of [b, c, b, a, c]) {
    putInForce(server.data, current);
    await expect
      .poll(async () => (await server.read<StatusAnswer>('/status')).version, {timeout: 10_000, interval: 20})
      .toBe(current.version);
  }
  asking = false;
  await Promise.all(visitors);
  expect(failures).toEqual([]);
  expect([...seen].sort()).toEqual(['a', 'a2', 'b', 'c']);
}, 60_000);

test('an old version closes after its last request, not before', async () => {
  const folder = dataFolder(root);
  putInForce(root, await createVersion(root, {version: 'a', night: '2026-03-24'}));
  const versions = await Versions.follow(folder, report);
  const moved = Promise.withResolvers<void>();
  const slow = versions.use(async (version) => {
    await moved.promise;
    return version.rows<{night: string}>('nights');
  });
  putInForce(root, await createVersion(root, {version: 'b'}));
  await versions.look();
  expect([await versions.use(nameOf), versions.openCount]).toEqual(['b', 2]);
  moved.resolve();
  expect(await slow).toEqual([{night: '2026-03-24'}]);
  expect(versions.openCount).toBe(1);
  await versions.close();
});

test('a version closes only when the queries of a failed request have ended too', async () => {
  putInForce(root, await createVersion(root, {version: 'a'}));
  const versions = await Versions.follow(dataFolder(root), report);
  let hasEnded = false;
  const failed = versions.use((version) => {
    const left = () => (hasEnded = true);
    void version
      .rows('overview_figures', {from: '2026-01-01', to: '2026-12-31', compared: null})
      .then(left, left);
    throw new Error('hỏng giữa chừng');
  });
  await expect(failed).rejects.toThrow('hỏng giữa chừng');
  await versions.close();
  expect([hasEnded, versions.openCount]).toEqual([true, 0]);
});

test('going back to a version that has not closed takes it up again', async () => {
  const folder = dataFolder(root);
  const a = await createVersion(root, {version: 'a'});
  putInForce(root, a);
  const versions = await Versions.follow(folder, report);
  const first = versions.inForce;
  const moved = Promise.withResolvers<void>();
  const slow = versions.use(() => moved.promise);
  putInForce(root, await createVersion(root, {version: 'b'}));
  await versions.look();
  putInForce(root, a);
  await versions.look();
  expect([versions.inForce === first, versions.openCount]).toEqual([true, 1]);
  moved.resolve();
  await slow;
  expect(await versions.use((version) => version.rows('nights'))).toHaveLength(2);
  await versions.close();
});

test('a version that cannot be opened leaves the one before, and is told once', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await using server = await startTestServer({version: 'a'});
  const b = await createVersion(server.data, {version: 'b'});
  await writeFile(join(server.data, b.file), 'not a database');
  putInForce(server.data, b);
  await expect
    .poll(async () => (await server.read<StatusAnswer>('/status')).not_opened, {timeout: 5000})
    .toEqual({version: 'b', reason: 'Không mở được phiên bản b. Máy chủ vẫn dùng phiên bản a.'});
  const {version} = await server.read<MetricAnswer>('/metrics/completion_rate');
  expect(version).toBe('a');
  const c = await createVersion(server.data, {version: 'c'});
  putInForce(server.data, c);
  await expect
    .poll(async () => (await server.read<StatusAnswer>('/status')).version, {timeout: 5000})
    .toBe('c');
  expect((await server.read<StatusAnswer>('/status')).not_opened).toBeNull();
  expect(errors).toHaveBeenCalledOnce();
  errors.mockRestore();
});

test.each([
  ['of another version', {file: 'versions/a.duckdb', version: 'b'}],
  ['of another night', {night: '2026-03-30'}],
  ['outside the data folder', {file: '../a.duckdb'}],
  ['that is not there', {file: 'versions/none.duckdb'}],
])('a file %s is not taken into service', async (_what, wrong) => {
  putInForce(root, {...(await createVersion(root, {version: 'a'})), ...wrong});
  const versions = await Versions.follow(dataFolder(root), report);
  expect(versions.inForce).toBeUndefined();
  expect(versions.notOpened?.reason).toMatch(
    /^Không mở được phiên bản [ab]\. Chưa có phiên bản nào khác để dùng\.$/,
  );
  await versions.look();
  expect(report).toHaveBeenCalledOnce();
  await versions.close();
});

test('an unreadable pointer is told, and what was served stays', async () => {
  const folder = dataFolder(root);
  putInForce(root, await createVersion(root, {version: 'a'}));
  const versions = await Versions.follow(folder, report);
  await writeFile(folder.current, '{"version": "b",');
  await versions.look();
  expect([await versions.use(nameOf), versions.notOpened?.reason]).toEqual([
    'a',
    'Không đọc được current.json. Máy chủ vẫn dùng phiên bản a.',
  ]);
  await versions.close();
});
