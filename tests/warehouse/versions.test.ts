/** Versions as people handle them: listed, gone back to, kept, retired, and made whole again after an accident. */
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {StatusAnswer} from '../../api/answers.ts';
import {startServer} from '../../api/server.ts';
import {readCurrent} from '../../warehouse/current.ts';
import {dataFolder, type DataFolder} from '../../warehouse/folders.ts';
import {NightInProgress, withLock} from '../../warehouse/lock.ts';
import {
  readVersions,
  retireVersions,
  sweepVersions,
  writeManifest,
  type Manifest,
} from '../../warehouse/versions.ts';
import {leadershipOf} from '../access.ts';
import {caseFiles, onNightGround} from '../night-ground.ts';

test('going back puts an older version in force, and the server follows; the next night goes on from the newest', () =>
  onNightGround(async (ground) => {
    const files = {ho_so: caseFiles(2)};
    for (const date of ['2026-03-24', '2026-03-25']) ground.deliver(date, files);
    const [first, second] = (await ground.count()).published;
    const server = await startServer({data: ground.folder.root, port: 0, host: '127.0.0.1'});
    const headers = leadershipOf(ground.folder.root);
    const served = async () =>
      ((await (await fetch(`${server.url}/api/v1/status`, {headers})).json()) as StatusAnswer).version;
    try {
      expect(await served()).toBe(second!.version);
      const back = await ground.thads('rollback', first!.version);
      expect(back).toMatchObject({
        code: 0,
        stdout: `Đang dùng: đêm 2026-03-24, phiên bản ${first!.version}.\n`,
      });
      await expect.poll(served, {timeout: 20_000}).toBe(first!.version);
      expect((await ground.thads('versions')).stdout).toMatch(
        new RegExp(`● đang dùng {2}${first!.version}[^]*○ còn giữ {2}${second!.version}`),
      );

      // With nothing new, a run does not undo what a person decided.
      expect((await ground.count()).current?.version).toBe(first!.version);

      ground.deliver('2026-03-26', files);
      const {published, counted_again} = await ground.count();
      expect([published.map(({night}) => night), counted_again]).toEqual([['2026-03-26'], []]);
      await expect.poll(served, {timeout: 20_000}).toBe(published[0]!.version);
      expect(await ground.read('select night from history.nights order by night')).toEqual([
        {night: '2026-03-24'},
        {night: '2026-03-25'},
        {night: '2026-03-26'},
      ]);
    } finally {
      await server.close();
    }
  }));

test('a version nobody knows, or one that is held, is not gone back to; one that is not held is not let out', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
    ground.deliver('2026-03-25', {ho_so: caseFiles(1)});
    const {published, held} = await ground.count();
    const unknown = await ground.thads('rollback', 'of-no-night');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      'Không có phiên bản of-no-night; xem các phiên bản bằng lệnh versions.\n',
    ]);
    const heldBack = await ground.thads('rollback', held[0]!.version);
    expect([heldBack.code, heldBack.stderr]).toEqual([
      2,
      `Phiên bản ${held[0]!.version} đang bị giữ lại; hãy dùng lệnh release.\n`,
    ]);
    const released = await ground.thads('release', published[0]!.version);
    expect([released.code, released.stderr]).toEqual([
      2,
      `Phiên bản ${published[0]!.version} không bị giữ lại; không có gì để thả.\n`,
    ]);
    expect(ground.inForce()?.version).toBe(published[0]!.version);
  }));

test('a run that died before it let its version out leaves that to the next', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
    await ground.count();
    const before = readFileSync(ground.folder.current);
    ground.deliver('2026-03-25', {ho_so: caseFiles(2)});
    const after = (await ground.count()).current;
    writeFileSync(ground.folder.current, before);
    const next = await ground.count();
    expect([next.published, next.current]).toEqual([[], after]);
  }));

test('a version whose database is gone is none: its night is counted again', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
    const [lost] = (await ground.count()).published;
    rmSync(join(ground.folder.root, ground.inForce()!.file));
    const {published} = await ground.count();
    expect(published.map(({night}) => night)).toEqual(['2026-03-24']);
    expect(ground.inForce()?.version).not.toBe(lost!.version);
    expect(await ground.read('select count(*) as files from marts.case_files')).toEqual([{files: 2}]);
  }));

describe('in a folder of versions', () => {
  let folder: DataFolder;
  beforeEach(async () => {
    folder = dataFolder(await mkdtemp(join(tmpdir(), 'thads-')));
    await mkdir(folder.versions);
  });
  afterEach(() => rm(folder.root, {recursive: true}));

  /** A version by its files alone; what is in the database does not matter to who keeps it. */
  async function version(night: string, given: Partial<Manifest> = {}): Promise<Manifest> {
    const name = given.version ?? `v-${night}`;
    const manifest: Manifest = {
      version: name,
      night,
      file: `versions/${name}.duckdb`,
      hash: 'sha256:0',
      published_at: `${night}T23:59:00+07:00`,
      built_at: `${night}T16:59:00.000Z`,
      demo: false,
      counted: {[night]: 'deliveries'},
      held_for: [],
      released_from: [],
      passed_over: {},
      kept_for: [],
      ...given,
    };
    await writeFile(join(folder.root, manifest.file), 'a database');
    writeManifest(manifest, folder);
    return manifest;
  }
  const names = () => readVersions(folder).map((one) => one.version);

  test('the last seven stay, the last of each month, those kept for a reason, let out, still held or in force', async () => {
    await version('2026-01-30');
    await version('2026-01-31');
    await version('2026-02-10', {kept_for: ['Công văn 000']});
    await version('2026-02-11', {released_from: [{guard: 'max_vanished_share', sentence: '…'}]});
    await version('2026-02-12', {held_for: [{guard: 'max_vanished_share', sentence: '…'}]});
    await version('2026-02-13');
    await version('2026-02-14');
    await version('2026-02-28');
    for (const day of ['01', '02', '03', '04', '05', '06', '07', '08']) await version(`2026-03-${day}`);
    expect(retireVersions(folder, ['v-2026-02-13'])).toEqual([
      'v-2026-01-30',
      'v-2026-02-14',
      'v-2026-03-01',
    ]);
    expect(names()).toEqual([
      'v-2026-01-31',
      'v-2026-02-10',
      'v-2026-02-11',
      'v-2026-02-12',
      'v-2026-02-13',
      'v-2026-02-28',
      ...['02', '03', '04', '05', '06', '07', '08'].map((day) => `v-2026-03-${day}`),
    ]);
    expect(existsSync(join(folder.versions, 'v-2026-01-30.duckdb'))).toBe(false);
  });

  test('of a month counted again the version built last is the one that stays', async () => {
    await version('2026-01-31', {version: 'first', built_at: '2026-01-31T17:00:00.000Z'});
    await version('2026-01-31', {version: 'again', built_at: '2026-03-09T17:00:00.000Z'});
    for (const day of ['01', '02', '03', '04', '05', '06', '07']) await version(`2026-03-${day}`);
    expect(retireVersions(folder, [])).toEqual(['first']);
  });

  test('left-overs are swept: databases without a manifest and drafts, but never what is in force', async () => {
    const whole = await version('2026-03-24');
    const inForce = await version('2026-03-25');
    rmSync(join(folder.versions, `${inForce.version}.json`));
    for (const name of ['half.duckdb', 'half.duckdb.wal', 'half.json.draft', 'half.duckdb.copy']) {
      await writeFile(join(folder.versions, name), 'half');
    }
    await writeFile(folder.current, JSON.stringify(inForce));
    sweepVersions(folder, readCurrent(folder));
    expect(names()).toEqual([whole.version]);
    expect(existsSync(join(folder.root, inForce.file))).toBe(true);
    expect(existsSync(join(folder.versions, 'half.duckdb'))).toBe(false);
    expect(existsSync(join(folder.versions, 'half.json.draft'))).toBe(false);
  });

  test('a damaged manifest is named in a sentence', async () => {
    await version('2026-03-24');
    await writeFile(join(folder.versions, 'v-2026-03-24.json'), '{"version"');
    expect(() => readVersions(folder)).toThrow(/Không đọc được .*v-2026-03-24\.json; hãy khôi phục/);
  });

  describe('the lock', () => {
    const lock = () => join(folder.root, 'night.lock');

    test('lets one run in at a time, and is gone when it is done', async () => {
      const done = Promise.withResolvers<void>();
      const first = withLock(folder, () => done.promise);
      const second = withLock(folder, () => 'in');
      await expect(second).rejects.toThrow(NightInProgress);
      await expect(second).rejects.toThrow(
        new RegExp(`^Một lượt nạp khác \\(tiến trình ${process.pid}\\) đang chạy trong `),
      );
      done.resolve();
      await first;
      expect(await withLock(folder, () => 'in')).toBe('in');
      expect(existsSync(lock())).toBe(false);
    });

    test.each([
      ['of a process that is gone', '999999999 1 boot'],
      ['of a process whose number another one has now', `${process.pid} 1 an-earlier-start-of-the-machine`],
      ['that was cut short', ''],
      ['that holds no process', 'garbage'],
    ])('%s is taken over', async (_, text) => {
      writeFileSync(lock(), text);
      expect(await withLock(folder, () => readFileSync(lock(), 'utf8'))).toMatch(
        new RegExp(`^${process.pid} `),
      );
      expect(existsSync(lock())).toBe(false);
    });

    test('is there with its holder in it or not at all, whoever died while taking it', async () => {
      writeFileSync(`${lock()}.999999999`, '');
      writeFileSync(`${lock()}.999999999.aside`, '');
      await withLock(folder, () => undefined);
      expect(existsSync(`${lock()}.999999999`)).toBe(false);
      expect(existsSync(`${lock()}.999999999.aside`)).toBe(false);
    });

    test('is given back when the work fails', async () => {
      const failing = withLock(folder, () => Promise.reject(new Error('no')));
      await expect(failing).rejects.toThrow('no');
      expect(existsSync(lock())).toBe(false);
    });
  });
});
