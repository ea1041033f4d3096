/** Every file operation of a night goes wrong once, in each way there is; nothing is torn and the next run mends it. */
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {availableParallelism, tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readCurrent, type Current} from '../../warehouse/current.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {readVersions} from '../../warehouse/versions.ts';
import {filesBelow} from '../deliveries.ts';
import {deliver} from '../small-landing.ts';
import {contentsOf} from './contents.ts';
import type {NightRun, NightToRun} from './run-nights.ts';

const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
const nights = join(import.meta.dirname, 'run-nights.ts');
const preload = join(import.meta.dirname, 'preload.ts');
const errorKinds = ['ENOSPC', 'EIO', 'EACCES', 'EXDEV'];

let root: string;
let landing: string;
let prepared: string;
let before: Current;
/** What the night holds when nothing goes wrong, and the calls that it makes. */
let whole: Record<string, string>;
let calls: readonly string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  landing = join(root, 'landing');
  prepared = join(root, 'prepared');
  deliver(landing, 'to-chuc-tha', {date: '2026-03-24'});
  deliver(landing, 'tiep-cong-dan', {date: '2026-03-24', tables: {don_thu: [petition]}});
  deliver(landing, 'tiep-cong-dan', {date: '2026-03-31', tables: {don_thu: [petition]}});
  await runNights([{landing, data: prepared, env: {}}]);
  before = readCurrent(dataFolder(prepared))!;

  // The night that goes wrong lands a correction with a value to put aside, so that files are added and removed.
  deliver(landing, 'tiep-cong-dan', {
    date: '2026-03-31',
    sequence: 2,
    tables: {don_thu: [{...petition, tinh_trang: 'DA_GIAI_QUYET', ngay_giai_quyet: 'tháng ba'}]},
  });
  const data = copyPrepared('whole');
  await runNights([{landing, data, env: faultAt(0, 'none', data)}]);
  calls = linesOf(`${data}.log`);
  whole = await contentsOf(join(data, readCurrent(dataFolder(data))!.file));
});
afterAll(() => rmSync(root, {recursive: true, force: true, maxRetries: 5}));

const petition = {
  ma_don: 'd1',
  ma_don_vi: '38.KV01',
  loai_don: 'KHIEU_NAI',
  loai_du_lieu: 'TON_CU',
  ngay_nhan: '2025-12-01',
  tinh_trang: 'MOI',
  ngay_nhap: '2026-02-02 09:00:00',
  ngay_cap_nhat: '2026-02-02 09:00:00',
};

test('a night that fails or dies at any file operation leaves readers their version, and the next run is whole', async () => {
  const faults = calls.map((_, i) => ({at: i + 1, kind: errorKinds[i % errorKinds.length]!}));
  const ends = await inLanes(faults, async (lane) => {
    const folders = lane.map(({at, kind}) => ({at, kind, data: copyPrepared(`${kind}-${at}`)}));
    const runs = await runNights(
      folders.map(({at, kind, data}) => ({
        landing,
        data,
        env: {...faultAt(at, kind, data), FAULT_COPY: join(root, `dead-${at}`)},
      })),
    );
    return folders.map((one, i) => ({...one, run: runs[i]!}));
  });
  // Some operations may fail without harm; a failure is told in a sentence, and never blamed on the delivery.
  const untold = ends.filter(({run}) =>
    run.error ? !run.error.sentence?.endsWith('vẫn nguyên vẹn.') : run.outcome!.refused.length > 0,
  );
  expect(untold.map(({at, kind, run}) => ({at, kind, call: calls[at - 1], run}))).toEqual([]);
  for (const {at, kind, data} of ends) {
    const where = `${kind} at ${at}: ${calls[at - 1]}`;
    expect(linesOf(`${data}.log`).length, where).toBeGreaterThanOrEqual(at);
    expectReadable(data, where);
    expectReadable(join(root, `dead-${at}`), `dead at ${at}: ${calls[at - 1]}`);
  }
  expect(ends.some(({run}) => run.error)).toBe(true);
  await expectRecovery(ends.flatMap(({at, data}) => [data, join(root, `dead-${at}`)]));
}, 600_000);

test('a process that is killed leaves what a look at the folder at that moment shows', async () => {
  const some = [...sampled(calls.length, 8)];
  const ends = await inLanes(some, async (lane) => {
    const folders: string[] = [];
    for (const at of lane) {
      const data = copyPrepared(`kill-${at}`);
      const where = `kill at ${at}: ${calls[at - 1]}`;
      const end = await runProgram(
        ['nightly', '--landing', landing, '--data', data],
        faultAt(at, 'kill', data),
      );
      // Where a process that the night started dies, the night goes on to its end, without what that was doing if
      // that was not done yet.
      expect(['SIGKILL', 0, 1, 3], where).toContain(end);
      expectReadable(data, where);
      if (end === 0) {
        const {file, night} = readCurrent(dataFolder(data))!;
        expect(night, where).toBe('2026-03-31');
        expect(await contentsOf(join(data, file)), where).toEqual(whole);
      }
      if (end === 'SIGKILL') expect(stateOf(data), where).toBe(stateOf(join(root, `dead-${at}`)));
      folders.push(data);
    }
    return folders;
  });
  await expectRecovery(ends);
}, 600_000);

/** Numbers from 1 to `count`, spread evenly. */
const sampled = (count: number, size: number) =>
  new Set(Array.from({length: size}, (_, i) => Math.ceil(((i + 0.5) * count) / size)));

/** What a process is told so that its call of that number goes wrong. */
const faultAt = (at: number, kind: string, data: string) => ({
  FAULT_AT: String(at),
  FAULT_KIND: kind,
  FAULT_ROOT: data,
  FAULT_LOG: `${data}.log`,
  NODE_OPTIONS: `--import ${preload}`,
});

const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

/** A copy of the prepared data folder. Versions are never written to, so they need not be copied. */
function copyPrepared(name: string): string {
  const data = join(root, name);
  mkdirSync(join(data, 'versions'), {recursive: true});
  for (const entry of readdirSync(prepared)) {
    if (entry !== 'versions') cpSync(join(prepared, entry), join(data, entry), {recursive: true});
  }
  for (const entry of filesBelow(join(prepared, 'versions'))) {
    mkdirSync(dirname(join(data, 'versions', entry)), {recursive: true});
    linkSync(join(prepared, 'versions', entry), join(data, 'versions', entry));
  }
  return data;
}

/** As many things at a time as there are processors. */
async function inLanes<T, Result>(
  all: readonly T[],
  work: (lane: readonly T[]) => Promise<Result[]>,
): Promise<Result[]> {
  const count = availableParallelism();
  const lanes = Array.from({length: count}, (_, lane) => all.filter((_one, i) => i % count === lane));
  return (await Promise.all(lanes.map(work))).flat();
}

/** What readers hold on to: a pointer to a version that is whole, to the last byte. */
function expectReadable(data: string, where: string): void {
  const current = readCurrent(dataFolder(data))!;
  const version = readFileSync(join(data, current.file));
  expect(`sha256:${createHash('sha256').update(version).digest('hex')}`, where).toBe(current.hash);
  const manifest = readVersions(dataFolder(data)).find((one) => one.version === current.version);
  expect(manifest, where).toMatchObject({version: current.version, hash: current.hash, held_for: []});
}

/** Runs the night again in each folder, once for those that look alike, and expects what an untroubled night gives. */
async function expectRecovery(folders: readonly string[]): Promise<void> {
  const different = [...new Map(folders.map((data) => [stateOf(data), data])).values()];
  const runs = await inLanes(different, (lane) =>
    runNights(lane.map((data) => ({landing, data, env: {}}))).then((ends) =>
      ends.map((run, i) => ({data: lane[i]!, run})),
    ),
  );
  for (const {data, run} of runs) {
    expect(run.error, data).toBeUndefined();
    expectReadable(data, data);
    const current = readCurrent(dataFolder(data))!;
    expect(current.night, data).toBe('2026-03-31');
    expect(await contentsOf(join(data, current.file)), data).toEqual(whole);
    expect(namesIn(data), data).toEqual(namesIn(join(root, 'whole')));
  }
}

/** How a data folder looks to the next run: what it holds, and which of the versions are new. */
function stateOf(data: string): string {
  const state = keptIn(data).map((path) => {
    const isSmall = !path.endsWith('.duckdb') && !path.endsWith('.parquet');
    const text = isSmall ? readFileSync(join(data, path), 'utf8') : '';
    return `${withoutNames(path)} ${withoutNames(text)}`;
  });
  return state.sort().join('\n');
}

/** The files that the next run goes on from: scratch is swept, and records of runs are only written. */
const keptIn = (data: string) =>
  filesBelow(data).filter((path) => !path.startsWith('scratch') && !path.startsWith('runs'));

/** Sorted once the names are alike: what is left out of them decides the order on disk. */
const namesIn = (data: string) => keptIn(data).map(withoutNames).sort();

/** Leaves out what is another one in each run: a new version's name, process ids, hashes and moments. */
const withoutNames = (text: string) =>
  text
    .replaceAll(before.version, 'BEFORE')
    .replace(/-[0-9a-f]{8}(?=[."])/g, '')
    .replace(/sha256:\w+/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.+Z]+/g, '')
    .replace(/^\d+ \d+ [\w-]+$/, 'process')
    .replace(/(?<=night\.lock\.)\d+/, '');

async function runNights(todo: readonly NightToRun[]): Promise<NightRun[]> {
  const child = spawn(process.execPath, ['--import', preload, nights], {stdio: ['pipe', 'pipe', 'inherit']});
  child.stdin.end(JSON.stringify(todo));
  return (await text(child.stdout))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NightRun);
}

/** How the program ended: its exit code, or the signal that ended it. */
function runProgram(args: readonly string[], env: Record<string, string>): Promise<number | string | null> {
  const child = spawn(process.execPath, [program, ...args], {env: {...process.env, ...env}, stdio: 'ignore'});
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}
