/** The watch over real folders, with real nights in real children. */
import {spawn} from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createArrivals} from '../../warehouse/arrivals.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {readReceipts} from '../../warehouse/landing/read-receipts.ts';
import {ringDaily} from '../../warehouse/schedule.ts';
import {readVersions} from '../../warehouse/versions.ts';
import type {NightlyOutcome} from '../../warehouse/nightly.ts';
import {startWatch, type Watch, type WatchEvent, type WatchSettings} from '../../warehouse/watch.ts';
import {watchLines} from '../../warehouse/watch-log.ts';
import {deliver, smallTables} from '../small-landing.ts';

const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
let root: string;
let landing: string;
let data: string;
/** Where programs write before they copy. */
let outbox: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  [landing, data, outbox] = [join(root, 'landing'), join(root, 'data'), join(root, 'outbox')];
  mkdirSync(landing);
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

/** Copies the named files of a delivery from the outbox. */
function copy(delivery: string, names: readonly string[]): void {
  mkdirSync(join(landing, delivery), {recursive: true});
  for (const name of names) cpSync(join(outbox, delivery, name), join(landing, delivery, name));
}

/** Lends a watch to a test and stops it whatever happens. */
async function onWatch(
  settings: Partial<WatchSettings>,
  work: (watched: {
    /** Rings as the clock would. */
    ring: () => void;
    events: WatchEvent[];
    /** The next event of a kind that was not awaited before. */
    next: <K extends WatchEvent['event']>(kind: K) => Promise<Extract<WatchEvent, {event: K}>>;
    watch: Watch;
  }) => Promise<void>,
): Promise<void> {
  const events: WatchEvent[] = [];
  const taken = new Set<WatchEvent>();
  let wake = () => {};
  let ring = () => {};
  const watch = startWatch(
    {landing, data, at: [], settle: 0.3, poll: 30, grace: 60, retry: 0.2, ...settings},
    (event) => {
      events.push(event);
      wake();
    },
    (_, onRing) => {
      ring = onRing;
      return {stop: () => {}};
    },
  );
  const next = async <K extends WatchEvent['event']>(kind: K) => {
    for (;;) {
      const found = events.find((one) => one.event === kind && !taken.has(one));
      if (found) {
        taken.add(found);
        return found as Extract<WatchEvent, {event: K}>;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  try {
    await work({events, next, watch, ring: () => ring()});
  } finally {
    await watch.stop();
  }
}

const landedBy = ({landed}: NightlyOutcome) =>
  landed.map(({program: owner, sequence}) => `${owner} ${sequence}`);

describe('the watch', () => {
  test('leaves a delivery alone that is copied file by file, and lands it whole', async () => {
    deliver(outbox, 'to-chuc-tha');
    const delivery = '2026-03-31/to-chuc-tha';
    const names = readdirSync(join(outbox, delivery)).sort();
    await onWatch({}, async ({events, next}) => {
      // As a plain copy does it: the package first, though it should be last, and one file in two halves.
      for (const name of names.slice(0, -1)) {
        copy(delivery, [name]);
        await pause(100);
      }
      const last = readFileSync(join(outbox, delivery, names.at(-1)!));
      writeFileSync(join(landing, delivery, names.at(-1)!), last.subarray(0, 10));
      await pause(1000);
      expect(events.map(({event}) => event)).toEqual(['watching']);
      appendFileSync(join(landing, delivery, names.at(-1)!), last.subarray(10));

      const {outcome} = await next('finished');
      expect(landedBy(outcome)).toEqual(['to-chuc-tha 1']);
      expect(outcome.refused).toEqual([]);
      expect(outcome.current?.night).toBe('2026-03-31');
    });
  });

  test('takes two that come at once, and does not let a third that is half copied spoil them', async () => {
    deliver(outbox, 'bien-lai');
    await onWatch({}, async ({events, next}) => {
      copy('2026-03-31/bien-lai', ['datapackage.json']);
      deliver(landing, 'to-chuc-tha');
      deliver(landing, 'tiep-cong-dan');
      const landed: string[] = [];
      while (landed.length < 2) {
        const {outcome} = await next('finished');
        expect(outcome.refused).toEqual([]);
        landed.push(...landedBy(outcome));
      }
      expect(landed.sort()).toEqual(['tiep-cong-dan 1', 'to-chuc-tha 1']);
      expect(events.flatMap((one) => (one.event === 'arrived' ? [one.delivery] : [])).sort()).toEqual([
        '2026-03-31/tiep-cong-dan',
        '2026-03-31/to-chuc-tha',
      ]);
    });
  });

  test('says why it refuses a bad delivery, and lands its correction', async () => {
    await onWatch({}, async ({next}) => {
      deliver(landing, 'to-chuc-tha', {
        falsify: (datapackage) => {
          datapackage.resources[0]!['hash'] = `sha256:${'0'.repeat(64)}`;
          return datapackage;
        },
      });
      const refused = await next('finished');
      expect(refused.outcome.refused.map(({delivery}) => delivery)).toEqual(['2026-03-31/to-chuc-tha']);
      expect(watchLines(refused, new Date('2026-03-31T19:00:05Z'))).toContain(
        '2026-04-01 02:00:05  ✗ Bản giao 2026-03-31/to-chuc-tha bị từ chối, không nạp dòng nào:',
      );
      deliver(landing, 'to-chuc-tha');
      const corrected = await next('finished');
      expect(landedBy(corrected.outcome)).toEqual(['to-chuc-tha 1']);
      expect(corrected.outcome.published).toHaveLength(1);
    });
  });

  test('runs one night at a time; what comes meanwhile follows', async () => {
    await onWatch({}, async ({events, next}) => {
      deliver(landing, 'to-chuc-tha');
      await next('started');
      deliver(landing, 'tiep-cong-dan');
      await next('finished');
      const {outcome} = await next('finished');
      expect(landedBy(outcome)).toEqual(['tiep-cong-dan 1']);
      const runs = events
        .map(({event}) => event)
        .filter((event) => event === 'started' || event === 'finished');
      expect(runs).toEqual(['started', 'finished', 'started', 'finished']);
    });
  });

  test('runs by the clock with all that is whole, and says when nothing is', async () => {
    await onWatch({}, async ({next, ring}) => {
      ring();
      await next('idle');
      deliver(landing, 'to-chuc-tha');
      await next('finished');
      ring();
      expect(await next('started')).toMatchObject({why: 'arrival'});
      expect(await next('started')).toMatchObject({
        why: 'schedule',
        deliveries: ['2026-03-31/to-chuc-tha'],
      });
      expect((await next('finished')).outcome).toMatchObject({landed: [], published: []});
    });
  });

  test('tries a night that failed again, and waits longer each time', async () => {
    // The data folder is a file: no night can be built in it.
    writeFileSync(data, '');
    await onWatch({}, async ({next}) => {
      deliver(landing, 'to-chuc-tha');
      const waits = [await next('failed'), await next('failed'), await next('failed')];
      expect(waits.map((one) => one.retry_in_seconds)).toEqual([0.2, 0.4, 0.8]);
      expect(waits[0]!.why).toContain('data');
      rmSync(data);
      expect(landedBy((await next('finished')).outcome)).toEqual(['to-chuc-tha 1']);
    });
  });

  test('abandons a running night when it must stop, and the next run does it', async () => {
    await onWatch({grace: 0}, async ({events, next, watch}) => {
      deliver(landing, 'to-chuc-tha');
      await next('started');
      while (!existsSync(join(data, 'night.lock'))) await pause(5);
      await watch.stop();
      expect(events.slice(-3).map(({event}) => event)).toEqual(['stopping', 'abandoned', 'stopped']);
      expect(existsSync(join(data, 'current.json'))).toBe(false);
    });
    await onWatch({}, async ({next}) => {
      expect((await next('finished')).outcome.current?.night).toBe('2026-03-31');
    });
  });

  test('hears nothing after it has stopped', async () => {
    await onWatch({}, async ({events, watch}) => {
      await watch.stop();
      deliver(landing, 'to-chuc-tha');
      await pause(800);
      expect(events.map(({event}) => event)).toEqual(['watching', 'stopping', 'stopped']);
    });
  });
});

describe('the command', () => {
  test('ends with code 0 on SIGTERM during a run, and leaves a data folder that works', async () => {
    deliver(landing, 'to-chuc-tha');
    const args = [
      'watch',
      '--landing',
      landing,
      '--data',
      data,
      '--settle',
      '0.2',
      '--at',
      '02:00',
      '--json',
    ];
    const child = spawn(process.execPath, [program, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    const said: string[] = [];
    for await (const line of createInterface({input: child.stdout})) {
      const {at, event} = JSON.parse(line) as {at: string; event: string};
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
      said.push(event);
      if (event === 'started') child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    expect(said.slice(0, 4)).toEqual(['watching', 'arrived', 'started', 'stopping']);
    expect(said.at(-1)).toBe('stopped');

    const nightly = spawn(process.execPath, [program, 'nightly', '--landing', landing, '--data', data]);
    expect(await new Promise((resolve) => nightly.once('exit', resolve))).toBe(0);
    const folder = dataFolder(data);
    expect(readReceipts(folder)).toHaveLength(1);
    expect(readVersions(folder).map(({night}) => night)).toEqual(['2026-03-31']);
  });

  test.each([
    ['an hour that does not exist', ['--at', '25:00']],
    ['a landing folder that is not there', ['--landing', '/nowhere/at/all']],
    ['a wait that is no number', ['--settle', 'long']],
  ])('%s is wrong usage', async (_, args) => {
    const child = spawn(process.execPath, [program, 'watch', '--landing', landing, '--data', data, ...args]);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
  });
});

describe('the schedule', () => {
  test('keeps to the time of day in Vietnam', () => {
    const schedule = ringDaily(['02:00', '18:30'], () => {});
    expect(schedule.next(new Date('2026-03-31T12:00:00Z'))).toEqual(new Date('2026-03-31T19:00:00Z'));
    expect(schedule.next(new Date('2026-03-31T19:00:00Z'))).toEqual(new Date('2026-04-01T11:30:00Z'));
    schedule.stop();
  });

  test('without times never rings', () => {
    expect(ringDaily([], () => {}).next(new Date('2026-03-31T12:00:00Z'))).toBeUndefined();
  });
});

describe('a delivery', () => {
  const patience = {settle: 10, giveUp: 100};
  const delivery = '2026-03-31/to-chuc-tha';

  test('counts once nothing has moved for a while, and only once', () => {
    deliver(landing, 'to-chuc-tha');
    const look = createArrivals(landing, patience);
    expect(look(0)).toEqual({arrived: [], stuck: [], moving: [delivery], quiet: []});
    expect(look(9).moving).toEqual([delivery]);
    expect(look(10)).toEqual({arrived: [delivery], stuck: [], moving: [], quiet: [delivery]});
    expect(look(20)).toEqual({arrived: [], stuck: [], moving: [], quiet: [delivery]});
  });

  test('waits anew when a file moves, though its size is right', () => {
    const folder = deliver(landing, 'to-chuc-tha');
    const look = createArrivals(landing, patience);
    look(0);
    utimesSync(join(folder, 'ho_so.csv'), 1, 1);
    expect(look(10).moving).toEqual([delivery]);
    expect(look(20).arrived).toEqual([delivery]);
  });

  test('counts again when a correction takes its place', () => {
    deliver(landing, 'to-chuc-tha');
    const look = createArrivals(landing, patience);
    look(0);
    look(10);
    deliver(landing, 'to-chuc-tha', {sequence: 12, tables: {ho_so: smallTables['ho_so']!.slice(1)}});
    expect(look(11).moving).toEqual([delivery]);
    expect(look(21).arrived).toEqual([delivery]);
  });

  test('that never becomes whole is given to the night, so that somebody is told', () => {
    const folder = deliver(landing, 'to-chuc-tha');
    rmSync(join(folder, 'ho_so.csv'));
    const look = createArrivals(landing, patience);
    look(0);
    expect(look(99).moving).toEqual([delivery]);
    expect(look(100)).toEqual({arrived: [], stuck: [delivery], moving: [], quiet: [delivery]});
  });

  test('whose package is half written is still being copied', () => {
    const path = join(deliver(landing, 'to-chuc-tha'), 'datapackage.json');
    writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size - 5));
    const look = createArrivals(landing, patience);
    look(0);
    expect(look(50).moving).toEqual([delivery]);
  });

  test('without a package has not begun', () => {
    rmSync(join(deliver(landing, 'to-chuc-tha'), 'datapackage.json'));
    expect(createArrivals(landing, patience)(0)).toEqual({
      arrived: [],
      stuck: [],
      moving: [],
      quiet: [],
    });
  });

  test('on a share that is away for a moment is not there, and is looked at anew when it is back', () => {
    deliver(outbox, 'to-chuc-tha');
    const look = createArrivals(landing, patience);
    cpSync(outbox, landing, {recursive: true, preserveTimestamps: true});
    look(0);
    look(10);
    rmSync(landing, {recursive: true});
    expect(look(20).quiet).toEqual([]);
    cpSync(outbox, landing, {recursive: true, preserveTimestamps: true});
    look(30);
    expect(look(40).arrived).toEqual([delivery]);
  });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
