import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Delivery} from './deliveries.ts';
import {readReceipts} from './read-receipts.ts';
import {RefusedDelivery} from '../errors.ts';
import type {DataFolder} from '../folders.ts';
import type {ChildAnswer} from './land-child.ts';
import {findLanding, sweep, type Landing} from './land.ts';
import type {LandingProgress} from './prepare.ts';

/** Lands one delivery, as `landDelivery` does; throws `RefusedDelivery` also when its reader had to be stopped. */
export type Land = (delivery: Delivery, onProgress?: (progress: LandingProgress) => void) => Promise<Landing>;

/** What the process that reads a delivery may use. */
export interface LandingLimits {
  /** Resident memory, in bytes. */
  memory: number;
  /** Seconds for a delivery of so many bytes. */
  secondsFor: (bytes: number) => number;
}

/**
 * Lends the landing of deliveries in a process of its own, which starts with the first and serves them all. One that
 * takes too much memory or time, or brings the process down, is refused; what it left is swept, and the next one
 * gets a new process. Nothing else may be landing in the data folder meanwhile.
 */
export async function withLandingChild<T>(
  folder: DataFolder,
  work: (land: Land) => Promise<T>,
  limits: LandingLimits = standardLimits,
): Promise<T> {
  let child: ChildProcess | undefined;
  const land: Land = async (delivery, onProgress) => {
    const isFresh = !child?.connected;
    if (isFresh) child = startChild(folder, limits);
    try {
      return await landIn(child!, delivery, limits, onProgress);
    } catch (error) {
      if (!(error instanceof LostChild)) throw error;
      await stopChild(child!);
      child = undefined;
      // One that was lost between two deliveries is the fault of neither.
      if (!error.hasTaken && !isFresh) return land(delivery, onProgress);
      await sweep(folder);
      const known = findLanding(delivery, readReceipts(folder, delivery.businessDate));
      // It was lost after the receipt was written, which is what landing is.
      if (known) return {...known, outcome: 'landed'};
      throw new RefusedDelivery(`${delivery.businessDate}/${delivery.program}`, [error.message]);
    }
  };
  try {
    return await work(land);
  } finally {
    if (child) await stopChild(child);
  }
}

/** Two gigabytes for the whole night, of which the parent needs a tenth; a megabyte a second at least. */
export const standardLimits: LandingLimits = {
  memory: 1_800_000_000,
  secondsFor: (bytes) => 60 + bytes / 1_000_000,
};

/** The process that was reading is no more; the message says to people why. */
class LostChild extends Error {
  override name = 'LostChild';
  /** It had begun with the delivery. */
  readonly hasTaken: boolean;

  constructor(why: string, hasTaken: boolean) {
    super(why);
    this.hasTaken = hasTaken;
  }
}

function startChild(folder: DataFolder, {memory}: LandingLimits): ChildProcess {
  const duckdb = `${Math.max(Math.round((memory * DUCKDB_SHARE) / MEGABYTE), 100)}MB`;
  return fork(join(import.meta.dirname, 'land-child.ts'), [folder.root, duckdb], {
    execArgv: [`--max-old-space-size=${MAX_HEAP_MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function landIn(
  child: ChildProcess,
  delivery: Delivery,
  {memory, secondsFor}: LandingLimits,
  onProgress: (progress: LandingProgress) => void = () => {},
): Promise<Landing> {
  const seconds = Math.round(secondsFor(delivery.files.reduce((sum, {bytes}) => sum + bytes, 0)));
  return new Promise<Landing>((resolve, reject) => {
    let said = '';
    let finished = false;
    let hasTaken = false;
    const finish = (settle: () => void) => {
      if (finished) return;
      finished = true;
      clearTimeout(deadline);
      clearInterval(watch);
      child.off('message', hear).off('exit', mourn).off('error', reject);
      child.stderr?.off('data', listen);
      settle();
    };
    const lose = (why: string) => finish(() => reject(new LostChild(why, hasTaken)));
    const hear = (message: unknown) => {
      const answer = message as ChildAnswer;
      if ('taken' in answer) hasTaken = true;
      else if ('progress' in answer) onProgress(answer.progress);
      else if ('landing' in answer) finish(() => resolve(answer.landing));
      else if ('refused' in answer) {
        finish(() =>
          reject(new RefusedDelivery(`${delivery.businessDate}/${delivery.program}`, answer.refused)),
        );
      } else {
        const {message: what, stack} = answer.failed;
        finish(() => reject(new Error(`Không nạp được ${delivery.folder}: ${what}`, {cause: stack})));
      }
    };
    const listen = (text: Buffer) => (said = (said + text.toString()).slice(-SAID_LENGTH));
    const mourn = (code: number | null, signal: string | null) => {
      if (said.includes('heap')) lose(tooMuchMemory(memory));
      else if (signal) lose(`tiến trình đọc bản giao dừng đột ngột (${signal}); ${CHECK_FILES}`);
      else finish(() => reject(new Error(`The landing process ended with code ${code}: ${said}`)));
    };
    const deadline = setTimeout(() => lose(tooMuchTime(seconds)), seconds * 1000);
    const watch = setInterval(() => {
      if (residentMemory(child.pid!) > memory) lose(tooMuchMemory(memory));
    }, WATCH_MILLISECONDS);

    child.on('message', hear).on('exit', mourn).on('error', reject);
    child.stderr?.on('data', listen);
    child.send(delivery, (error) => {
      if (error) lose(error.message);
    });
  });
}

/** Zero where the system does not tell; there the limits of the heap and of DuckDB have to do. */
function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const tooMuchMemory = (memory: number) =>
  `việc đọc bản giao vượt giới hạn bộ nhớ ${Math.round(memory / MEGABYTE).toLocaleString('vi-VN')} MB; ${CHECK_FILES}`;

const tooMuchTime = (seconds: number) =>
  `việc đọc bản giao vượt thời hạn ${seconds.toLocaleString('vi-VN')} giây; ${CHECK_FILES}`;

const CHECK_FILES = 'hãy kiểm tra lại các tệp ở nguồn rồi giao lại.';
const MEGABYTE = 1_000_000;
/** DuckDB counts less than it takes, and spills beyond; the rest is for reading files. */
const DUCKDB_SHARE = 0.4;
const MAX_HEAP_MEGABYTES = 600;
const WATCH_MILLISECONDS = 50;
const SAID_LENGTH = 10_000;
