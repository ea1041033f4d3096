import {spawn, type ChildProcess} from 'node:child_process';
import {watch as watchFolder, type FSWatcher} from 'node:fs';
import {text} from 'node:stream/consumers';
import {join} from 'node:path';
import {createArrivals, type Arrivals} from './arrivals.ts';
import type {NightlyOutcome} from './nightly.ts';
import {ringDaily} from './schedule.ts';

/** When to run and how long to wait; times in seconds. */
export interface WatchSettings {
  landing: string;
  data: string;
  /** Times of day in Vietnam at which a night is run whatever has come, as `02:00`. */
  at: readonly string[];
  /** How long nothing of a delivery may move before it counts as whole. */
  settle: number;
  /** How often to look though nothing was heard: network shares do not tell. */
  poll: number;
  /** How long a running night may go on after `stop`. */
  grace: number;
  /** The first wait after a run that failed; each further failure doubles it. */
  retry: number;
}

/** What the watch does, as it happens. */
export type WatchEvent =
  | {event: 'watching'; landing: string; schedule: readonly string[]}
  | {event: 'deaf'; why: string}
  | {event: 'arrived' | 'stuck'; delivery: string}
  | {event: 'started'; why: 'arrival' | 'schedule'; deliveries: readonly string[]}
  | {event: 'finished'; seconds: number; outcome: NightlyOutcome}
  | {event: 'failed'; why: string; retry_in_seconds: number}
  | {event: 'idle' | 'stopping' | 'abandoned' | 'stopped'};

/** A watch that is running. */
export interface Watch {
  /** Lets the running night finish, or abandons it when it takes too long, and ends the watch. */
  stop(): Promise<void>;
}

/**
 * Runs the night as deliveries arrive and by the clock, one run at a time, each in a child process: what kills a
 * night must not kill the watch. What is asked for during a run follows after it.
 */
export function startWatch(
  settings: WatchSettings,
  tell: (event: WatchEvent) => void,
  ringAt: (times: readonly string[], ring: () => void) => {stop(): void} = ringDaily,
): Watch {
  const {landing, at, settle, poll, grace, retry} = settings;
  const lookForArrivals = createArrivals(landing, {settle: settle * 1000, giveUp: giveUpSeconds * 1000});
  const waiting = new Set<string>();
  let isScheduled = false;
  let run: {child: ChildProcess; ended: Promise<void>} | undefined;
  let failures = 0;
  let retryAt = 0;
  let isStopping = false;

  const nextLook = createAlarm(look);
  const nextTry = createAlarm(runWhatWaits);

  function take(): Arrivals {
    const found = lookForArrivals(performance.now());
    for (const delivery of found.arrived) tell({event: 'arrived', delivery});
    for (const delivery of found.stuck) tell({event: 'stuck', delivery});
    for (const delivery of [...found.arrived, ...found.stuck]) waiting.add(delivery);
    return found;
  }

  function look(): void {
    if (isStopping) return;
    const {moving} = take();
    runWhatWaits();
    nextLook.set(moving.length > 0 ? Math.min(settle, poll) : poll);
  }

  function runWhatWaits(): void {
    if (run || isStopping || performance.now() < retryAt || (waiting.size === 0 && !isScheduled)) return;
    const {quiet} = take();
    if (isScheduled) for (const delivery of quiet) waiting.add(delivery);
    // One that moves again is told again once it is whole; the others go oldest first.
    const due = quiet.filter((delivery) => waiting.has(delivery));
    waiting.clear();
    for (const delivery of due.splice(mostAtOnce)) waiting.add(delivery);
    const why = isScheduled ? 'schedule' : 'arrival';
    isScheduled = false;
    if (due.length > 0) {
      tell({event: 'started', why, deliveries: due});
      run = begin(due);
    } else if (why === 'schedule') tell({event: 'idle'});
  }

  /** The night gets the names of what is whole: it must not look at what is half copied. */
  function begin(deliveries: readonly string[]) {
    const begun = performance.now();
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'cli.ts'),
        ...['nightly', '--json', '--landing', landing, '--data', settings.data],
        ...['--delivery', ...deliveries],
      ],
      {stdio: ['ignore', 'pipe', 'pipe']},
    );
    const ended = outcomeOf(child).then((outcome) => {
      run = undefined;
      if (typeof outcome !== 'string') {
        failures = 0;
        tell({event: 'finished', seconds: (performance.now() - begun) / 1000, outcome});
      } else if (isStopping) {
        tell({event: 'abandoned'});
      } else {
        for (const delivery of deliveries) waiting.add(delivery);
        const wait = Math.min(retry * 2 ** failures, longestRetrySeconds);
        failures += 1;
        retryAt = performance.now() + wait * 1000;
        nextTry.set(wait);
        tell({event: 'failed', why: outcome, retry_in_seconds: wait});
      }
      runWhatWaits();
    });
    return {child, ended};
  }

  const schedule = ringAt(at, () => {
    isScheduled = true;
    retryAt = 0;
    look();
  });
  tell({event: 'watching', landing, schedule: at});
  const ears = listen(
    landing,
    () => nextLook.set(heardSeconds),
    (why) => tell({event: 'deaf', why}),
  );
  look();

  async function end(): Promise<void> {
    isStopping = true;
    tell({event: 'stopping'});
    schedule.stop();
    for (const alarm of [nextLook, nextTry]) alarm.clear();
    ears?.close();
    if (run) {
      const {child, ended} = run;
      const timers = [
        setTimeout(() => child.kill('SIGTERM'), grace * 1000),
        setTimeout(() => child.kill('SIGKILL'), (grace + killSeconds) * 1000),
      ];
      await ended;
      timers.forEach(clearTimeout);
    }
    tell({event: 'stopped'});
  }
  let ending: Promise<void> | undefined;
  return {stop: () => (ending ??= end())};
}

/** Something moved: a moment later, more of it will have. */
const heardSeconds = 0.2;
/** After this long an incomplete delivery that does not move is given to the night, which says what is wrong. */
const giveUpSeconds = 15 * 60;
const longestRetrySeconds = 15 * 60;
/** So many names fit on a command line everywhere; what is left follows in the next run. */
const mostAtOnce = 500;
/** A night that does not end when asked to is made to. */
const killSeconds = 3;

/** One timer, which rings at the soonest of the times it was set to. */
function createAlarm(ring: () => void): {set(seconds: number): void; clear(): void} {
  let timer: NodeJS.Timeout | undefined;
  let due = Infinity;
  const clear = () => {
    clearTimeout(timer);
    due = Infinity;
  };
  return {
    set(seconds) {
      const at = performance.now() + seconds * 1000;
      if (at >= due) return;
      clear();
      due = at;
      timer = setTimeout(() => {
        due = Infinity;
        ring();
      }, seconds * 1000);
    },
    clear,
  };
}

/** Hears what moves in a folder where the system can tell; else the looks by the clock must do. */
function listen(folder: string, heard: () => void, deaf: (why: string) => void): FSWatcher | undefined {
  try {
    const watcher = watchFolder(folder, {recursive: true}, heard);
    watcher.on('error', (error) => {
      watcher.close();
      deaf(error.message);
    });
    return watcher;
  } catch (error) {
    deaf((error as Error).message);
    return undefined;
  }
}

/** What the night says it did, or a sentence on why it says nothing. */
async function outcomeOf(child: ChildProcess): Promise<NightlyOutcome | string> {
  const [stdout, stderr, end] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(signal ? `tín hiệu ${signal}` : `mã thoát ${code}`));
    }),
  ]);
  try {
    return JSON.parse(stdout) as NightlyOutcome;
  } catch {
    return stderr.trim() || `lượt nạp dừng giữa chừng (${end})`;
  }
}
