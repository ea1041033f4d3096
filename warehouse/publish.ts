import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {promisify} from 'node:util';
import {moveIntoPlace} from './durable.ts';
import type {DataFolder} from './folders.ts';
import {vietnamMoment} from './moments.ts';
import {writeManifest, type Manifest} from './versions.ts';

/** What a child process found in a closed version: its hash, and how many rows each table has. */
export interface Verified {
  hash: string;
  tables: Record<string, number>;
}

/**
 * Gives a closed candidate its version's name, which no file had before, after a child process has read all of it.
 * The child hashes it too: hashing in a process that has the file open would drop DuckDB's lock.
 * Readers do not see it yet: it is not in force.
 */
export async function publishVersion(
  candidate: string,
  what: Pick<
    Manifest,
    'version' | 'night' | 'demo' | 'counted' | 'passed_over' | 'held_for' | 'released_from'
  >,
  folder: DataFolder,
): Promise<Manifest> {
  const published = join(folder.versions, `${what.version}.duckdb`);
  if (existsSync(`${candidate}.wal`)) throw new Error(`${candidate} still has a write-ahead log.`);
  for (const path of [published, `${published}.wal`]) {
    if (existsSync(path)) throw new Error(`${path} exists already; a version never takes over a name.`);
  }
  const {hash} = await verifyInChild(candidate);
  moveIntoPlace(candidate, published);
  const now = new Date();
  const manifest: Manifest = {
    ...what,
    file: relative(folder.root, published).split(sep).join('/'),
    hash,
    built_at: now.toISOString(),
    published_at: vietnamMoment(now),
    kept_for: [],
  };
  writeManifest(manifest, folder);
  return manifest;
}

async function verifyInChild(path: string): Promise<Verified> {
  const program = join(import.meta.dirname, 'verify-version.ts');
  const {stdout} = await promisify(execFile)(process.execPath, [program, path], {maxBuffer: 1 << 24});
  return JSON.parse(stdout) as Verified;
}
