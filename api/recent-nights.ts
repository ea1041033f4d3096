import {statfsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type {DataFolder} from '../warehouse/folders.ts';
import type {Receipt} from '../warehouse/landing/receipts.ts';
import {brokenIn, failedIn, refusedIn} from '../warehouse/last-run.ts';
import {datesBetween} from '../warehouse/moments.ts';
import type {RunResults} from '../warehouse/run-results.ts';
import type {Manifest} from '../warehouse/versions.ts';
import type {DeliveredRows, NightsAnswer, RecentNight} from './night-schemas.ts';

dayjs.extend(utc);

/** How many nights are told of. */
const nightsTold = 30;

/** From which share more or fewer rows than usual are worth a look. */
const unusualFrom = 0.2;

/** What the data folder knows of its nights. */
export interface KnownNights {
  /** The nights of the version in force; there is always one. */
  served: readonly string[];
  versions: readonly Manifest[];
  runs: readonly RunResults[];
  /** The deliveries in force, each with its business date. */
  receipts: readonly Receipt[];
}

/** The thirty days that end with the last night anybody knows of. */
export function periodOf({served, versions, runs, receipts}: KnownNights): {from: string; to: string} {
  const known = [
    ...served,
    ...versions.flatMap(({night, passed_over}) => [night, ...Object.keys(passed_over)]),
    ...runs.flatMap(({args}) => args.night ?? []),
    ...receipts.map(({businessDate}) => businessDate),
  ];
  const to = known.toSorted().at(-1)!;
  const from = dayjs
    .utc(to)
    .subtract(nightsTold - 1, 'day')
    .format('YYYY-MM-DD');
  return {from, to};
}

/** What became of each night of the period: the best that can be said of it, and why it is no better. */
export function recentNights(known: KnownNights, {from, to}: {from: string; to: string}): RecentNight[] {
  const readable = known.versions.filter(({held_for}) => held_for.length === 0);
  const published = new Set([...known.served, ...readable.flatMap(({counted}) => Object.keys(counted))]);
  return datesBetween(from, to).map((night) =>
    published.has(night) ? {night, state: 'published', reasons: []} : unpublished(night, known),
  );
}

/** How many rows each program delivered last, beside what it usually does. */
export function deliveredRows(
  programs: readonly {program_id: string; program_name: string}[],
  {receipts}: KnownNights,
  {from, to}: {from: string; to: string},
): DeliveredRows[] {
  return programs.map(({program_id, program_name}) => {
    const delivered = receipts
      .filter(
        ({program, businessDate}) => program === program_id && businessDate >= from && businessDate <= to,
      )
      .toSorted((one, other) => (one.businessDate < other.businessDate ? -1 : 1))
      .map(({businessDate, tables}) => ({
        night: businessDate,
        rows: tables.reduce((sum, {loaded}) => sum + loaded, 0),
      }));
    const latest = delivered.pop();
    const usual = medianOf(delivered.map(({rows}) => rows));
    const difference = latest && usual ? latest.rows / usual - 1 : null;
    return {
      program_id,
      program_name,
      night: latest?.night ?? null,
      rows: latest?.rows ?? null,
      usual,
      difference,
      is_unusual: difference !== null && Math.abs(difference) >= unusualFrom,
      earlier: delivered,
    };
  });
}

/** The room that versions take, and what is left of the disk. */
export function storageOf(
  folder: DataFolder,
  versions: readonly Manifest[],
  inForce: string,
): NightsAnswer['storage'] {
  const bytes = new Map(
    versions.map(({version, file}) => [
      version,
      statSync(join(folder.root, file), {throwIfNoEntry: false})?.size ?? 0,
    ]),
  );
  const disk = statfsSync(folder.root);
  return {
    version_bytes: bytes.get(inForce) ?? 0,
    versions_bytes: [...bytes.values()].reduce((sum, size) => sum + size, 0),
    free_bytes: disk.bavail * disk.bsize,
    disk_bytes: disk.blocks * disk.bsize,
  };
}

function unpublished(night: string, {versions, runs, receipts}: KnownNights): RecentNight {
  const held = versions.findLast((version) => version.night === night && version.held_for.length > 0);
  if (held) return {night, state: 'held', reasons: held.held_for.map(({sentence}) => sentence)};
  const ofNight = runs.filter(({args}) => args.night === night).slice(-1);
  const broken = brokenIn(ofNight).flatMap(({checks}) =>
    checks.map(({check, offenders}) => `Chưa qua phép kiểm tra ${check}: ${offenders} dòng vi phạm.`),
  );
  const isPassedOver = versions.some(({passed_over}) => passed_over[night] !== undefined);
  const failures = failedIn(ofNight);
  if (isPassedOver || broken.length + failures.length > 0) {
    return {night, state: 'broken', reasons: [...broken, ...failures]};
  }
  const refused = refusedIn(runs).filter(({delivery}) => delivery.startsWith(`${night}/`));
  if (refused.length > 0) {
    return {night, state: 'refused', reasons: [...new Set(refused.flatMap(({reasons}) => reasons))]};
  }
  const waiting = receipts.filter(({businessDate}) => businessDate === night).length;
  const reasons = waiting > 0 ? [`Đã nhận ${waiting} bản giao, chưa tính.`] : [];
  return {night, state: 'missing', reasons};
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
