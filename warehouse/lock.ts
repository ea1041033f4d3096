import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DataFolder} from './folders.ts';

/** Another night is being built in the same data folder. */
export class NightInProgress extends Error {
  override name = 'NightInProgress';
}

/** Lets one process at a time build in a data folder; a lock whose process is gone is taken over. */
export async function withLock<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder.root, {recursive: true});
  const path = join(folder.root, 'night.lock');
  if (!take(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw new NightInProgress(
        `Một lượt nạp khác (tiến trình ${holder}) đang chạy trong ${folder.root}; hãy đợi lượt đó kết thúc.`,
      );
    }
    rmSync(path, {force: true});
    if (!take(path)) throw new NightInProgress(`Một lượt nạp khác vừa bắt đầu trong ${folder.root}.`);
  }
  try {
    return await work();
  } finally {
    rmSync(path, {force: true});
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
