import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Current} from './current.ts';
import {replaceFile} from './durable.ts';
import {WrongUsage} from './errors.ts';
import type {DataFolder} from './folders.ts';

/** Why a night was built but not let out, in a Vietnamese sentence. */
export interface HoldReason {
  guard: string;
  sentence: string;
}

/** What a version is; `versions/<version>.json` beside its database. Writing it is what makes the version exist. */
export interface Manifest extends Current {
  /** ISO 8601 with offset. */
  built_at: string;
  /** The nights its history holds, each with the fingerprint of the deliveries it was counted from. */
  counted: Record<string, string>;
  /** Empty for a version that may be read. */
  held_for: readonly HoldReason[];
  /** Who needs it kept: a freeze, a letter. */
  kept_for: readonly string[];
}

/** Every version in a data folder, the one built last at the end. */
export function readVersions(folder: DataFolder): Manifest[] {
  if (!existsSync(folder.versions)) return [];
  return readdirSync(folder.versions)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder.versions, name), 'utf8')) as Manifest)
    .sort((one, other) => (one.built_at < other.built_at ? -1 : 1));
}

/** The version of a name; a name nobody knows is wrong usage. */
export function findVersion(name: string, folder: DataFolder): Manifest {
  const version = readVersions(folder).find((one) => one.version === name);
  if (!version) {
    throw new WrongUsage(`Không có phiên bản ${name}; xem các phiên bản bằng lệnh versions.`);
  }
  return version;
}

/** Writes what a version is. */
export function writeManifest(manifest: Manifest, folder: DataFolder): void {
  replaceFile(join(folder.versions, `${manifest.version}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Puts a version in force: from here on readers see it, whole. Rolling back is the same. */
export function putInForce(
  {version, night, file, hash, published_at, demo}: Current,
  folder: DataFolder,
): void {
  const current: Current = {version, night, file, hash, published_at, demo};
  replaceFile(folder.current, `${JSON.stringify(current, null, 2)}\n`);
}

/** Lets a held night out: somebody looked at the reasons and answers for it. A night already passed stays passed. */
export function releaseVersion(held: Manifest, inForce: Current | undefined, folder: DataFolder): Manifest {
  if (held.held_for.length === 0) {
    throw new WrongUsage(`Phiên bản ${held.version} không bị giữ lại; không có gì để thả.`);
  }
  const released = {...held, held_for: []};
  writeManifest(released, folder);
  if (!inForce || released.night >= inForce.night) putInForce(released, folder);
  return released;
}

/** How many versions stay for going back. */
const versionsKept = 7;

/**
 * Removes versions nobody needs: all but the last seven, the last of each month, those kept for a reason, those held,
 * and the one in force. First the manifest, so that a half-removed version is a left-over and not a version.
 */
export function retireVersions(folder: DataFolder, inForce: string | undefined): string[] {
  const all = readVersions(folder);
  const published = all.filter((one) => one.held_for.length === 0);
  const byNight = published.toSorted((one, other) => (one.night < other.night ? -1 : 1));
  const kept = new Set(byNight.slice(-versionsKept).map((one) => one.version));
  for (const month of Object.values(Object.groupBy(byNight, (one) => one.night.slice(0, 7)))) {
    kept.add(month!.at(-1)!.version);
  }
  const retired = published.filter(
    (one) => !kept.has(one.version) && one.kept_for.length === 0 && one.version !== inForce,
  );
  for (const {version, file} of retired) {
    rmSync(join(folder.versions, `${version}.json`), {force: true});
    rmSync(join(folder.root, file), {force: true});
  }
  return retired.map((one) => one.version);
}

/** Removes databases without a manifest and half-written manifests: what a night that was cut short left behind. */
export function sweepVersions(folder: DataFolder): void {
  if (!existsSync(folder.versions)) return;
  const files = readdirSync(folder.versions);
  const known = new Set(
    files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
  );
  for (const name of files) {
    const isVersion = name.endsWith('.duckdb') && known.has(name.slice(0, -'.duckdb'.length));
    if (!isVersion && !name.endsWith('.json')) rmSync(join(folder.versions, name), {force: true});
  }
}

/** The versions, a line each, for people. */
export function versionLines(versions: readonly Manifest[], inForce: string | undefined): string[] {
  if (versions.length === 0) return ['Chưa có phiên bản nào.'];
  return versions.flatMap(({version, night, published_at, held_for}) => {
    const state = version === inForce ? '● đang dùng' : held_for.length > 0 ? '◆ bị giữ lại' : '○ còn giữ';
    return [
      `${state}  ${version}  đêm ${night}, dựng lúc ${published_at}`,
      ...held_for.map(({sentence}) => `    ${sentence}`),
    ];
  });
}
