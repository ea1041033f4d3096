import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {promisify} from 'node:util';
import type {Current} from './current.ts';
import {moveIntoPlace, replaceFile} from './durable.ts';
import type {DataFolder} from './folders.ts';
import {vietnamMoment} from './moments.ts';

/** What a child process found in a closed version: its hash, and how many rows each table has. */
export interface Verified {
  hash: string;
  tables: Record<string, number>;
}

/**
 * Gives a closed candidate its version's name, which no file had before, after a child process has read all of it.
 * The child hashes it too: hashing in a process that has the file open would drop DuckDB's lock.
 */
export async function publishVersion(
  candidate: string,
  {version, night, demo}: {version: string; night: string; demo: boolean},
  folder: DataFolder,
): Promise<Current> {
  const published = join(folder.versions, `${version}.duckdb`);
  if (existsSync(`${candidate}.wal`)) throw new Error(`${candidate} still has a write-ahead log.`);
  for (const path of [published, `${published}.wal`]) {
    if (existsSync(path)) throw new Error(`${path} exists already; a version never takes over a name.`);
  }
  const {hash} = await verifyInChild(candidate);
  moveIntoPlace(candidate, published);
  return {
    version,
    night,
    file: relative(folder.root, published).split(sep).join('/'),
    hash,
    published_at: vietnamMoment(new Date()),
    demo,
  };
}

/** Puts a version in force: from here on readers see it, whole. Rolling back is the same. */
export function putInForce(current: Current, folder: DataFolder): void {
  replaceFile(folder.current, `${JSON.stringify(current, null, 2)}\n`);
}

async function verifyInChild(path: string): Promise<Verified> {
  const program = join(import.meta.dirname, 'verify-version.ts');
  const {stdout} = await promisify(execFile)(process.execPath, [program, path], {maxBuffer: 1 << 24});
  return JSON.parse(stdout) as Verified;
}
