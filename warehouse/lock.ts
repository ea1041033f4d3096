import {linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DataFolder} from './folders.ts';

/** Another night is being built in the same data folder. */
export class NightInProgress extends Error {
  override name = 'NightInProgress';
}

/** Lets one process at a time change a data folder; a lock whose process is gone is taken over. */
export async function withLock<T>(folder: DataFolder, work: () => T | Promise<T>): Promise<T> {
  mkdirSync(folder.root, {recursive: true});
  const path = join(folder.root, LOCK);
  const own = holderOf(process.pid);
  if (!take(path, own)) {
    const found = readLock(path);
    if (isAlive(found)) throw inProgress(folder, found);
    if (!takeOver(path, found, own)) throw inProgress(folder, readLock(path));
  }
  try {
    removeDrafts(folder);
    return await work();
  } finally {
    rmSync(path, {force: true});
  }
}

/** A process as a lock names it. A pid is used again by others, so the moment it started goes with it. */
function holderOf(pid: number): string {
  return [pid, startOf(pid)].join(' ').trim();
}

/** When a process started, by the kernel's account since which start of the machine; empty where it is not told. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in brackets, may hold anything; the start is the 20th field after it.
    return `${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]} ${boot}`;
  } catch {
    return '';
  }
}

/** Whether the process that a lock names still runs. A text that names none was cut short: nobody holds it. */
function isAlive(holder: string | undefined): boolean {
  const pid = Number(holder?.split(' ', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === '' || holderOf(pid) === holder;
}

/** The lock appears with its text in it: nobody ever reads half of one. */
function take(path: string, own: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, {force: true});
  }
}

/** Moves a dead process's lock aside. Should it have been taken over in between, the new holder gets it back. */
function takeOver(path: string, found: string | undefined, own: string): boolean {
  const aside = `${path}.${process.pid}.aside`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== found) {
      renameSync(aside, path);
      return false;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  rmSync(aside, {force: true});
  return take(path, own);
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What processes that died while they took the lock left behind. */
function removeDrafts({root}: DataFolder): void {
  for (const name of readdirSync(root)) {
    const pid = /^night\.lock\.(\d+)/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(holderOf(Number(pid))))) {
      rmSync(join(root, name), {force: true});
    }
  }
}

function inProgress({root}: DataFolder, holder: string | undefined): NightInProgress {
  const who = holder ? ` (tiến trình ${holder.split(' ', 1)[0]})` : '';
  return new NightInProgress(
    `Một lượt nạp khác${who} đang chạy trong ${root}; hãy đợi lượt đó kết thúc rồi chạy lại.`,
  );
}

const LOCK = 'night.lock';
