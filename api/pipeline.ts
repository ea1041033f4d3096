import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {DataFolder} from '../warehouse/folders.ts';
import {brokenIn, landedIn, lastRecords, refusedIn, secondsOf} from '../warehouse/last-run.ts';
import {readRunResults, type RunResults} from '../warehouse/run-results.ts';
import {readVersions, type Manifest} from '../warehouse/versions.ts';
import type {BrokenNight, HeldNight, LastRun} from './answers.ts';

/** The nights that were built and are kept from readers, each with the reasons; the oldest first. */
export const heldNights = (versions: readonly Manifest[]): HeldNight[] =>
  versions
    .filter(({held_for}) => held_for.length > 0)
    .map(({version, night, built_at, held_for}) => ({
      version,
      night,
      built_at,
      reasons: held_for.map(({sentence}) => sentence),
    }));

/** Nights of a version that an earlier version had counted from other deliveries. */
export function countedAgain(versions: readonly Manifest[], inForce: string): string[] {
  const current = versions.find(({version}) => version === inForce);
  if (!current) return [];
  return Object.entries(current.counted)
    .filter(([night, fingerprint]) =>
      versions.some(
        ({counted, built_at}) =>
          built_at < current.built_at && counted[night] !== undefined && counted[night] !== fingerprint,
      ),
    )
    .map(([night]) => night)
    .sort();
}

/** The last run in all its records; null before the first. */
export function lastRun(records: readonly RunResults[]): LastRun | null {
  const run = lastRecords(records);
  const last = run.at(-1);
  if (!last) return null;
  return {
    finished_at: last.metadata.generated_at,
    seconds: secondsOf(run),
    landed: landedIn(run),
    refused: refusedIn(run),
    broken: brokenNights(run),
  };
}

/** The nights of a run that broke a promise of ours; the examples stay with those who run it. */
export const brokenNights = (run: readonly RunResults[]): BrokenNight[] =>
  brokenIn(run).map(({night, checks}) => ({
    night,
    checks: checks.map(({check, offenders}) => ({check, offenders})),
  }));

/** What lies in the data folder besides the versions themselves, as it is now. */
export interface Pipeline {
  versions(): readonly Manifest[];
  runs(): readonly RunResults[];
}

/** The pipeline's own notes in a data folder, read again only when they have changed. */
export const pipelineOf = (folder: DataFolder): Pipeline => ({
  versions: whenChanged(folder.versions, () => readVersions(folder)),
  runs: whenChanged(folder.runs, () => readRunResults(folder)),
});

function whenChanged<Notes>(path: string, read: () => Notes): () => Notes {
  let known: {state: string; notes: Notes} | undefined;
  return () => {
    const state = stateOf(path);
    if (known?.state !== state) known = {state, notes: read()};
    return known.notes;
  };
}

/** The notes in a folder and when each was written; notes are only ever replaced as a whole. */
function stateOf(path: string): string {
  if (!existsSync(path)) return '';
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${name} ${statSync(join(path, name), {throwIfNoEntry: false})?.mtimeMs}`)
    .join('\n');
}
