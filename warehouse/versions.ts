import {readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {join, parse} from 'node:path';
import type {Current} from './current.ts';
import {replaceFile} from './durable.ts';
import {WrongUsage} from './errors.ts';
import type {DataFolder} from './folders.ts';
import {ensureScopes, scopesFolder} from './scopes.ts';

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
  /** Why it was held before somebody let it out; the same deliveries are not held again. */
  released_from: readonly HoldReason[];
  /** The nights it was built without because they broke a promise, each with the fingerprint of its deliveries. */
  passed_over: Record<string, string>;
  /** Who needs it kept: a freeze, a letter. */
  kept_for: readonly string[];
}

/** Every version in a data folder, the one built last at the end. Without its database a manifest is none. */
export function readVersions(folder: DataFolder): Manifest[] {
  if (!isThere(folder.versions)) return [];
  return readdirSync(folder.versions)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readManifest(join(folder.versions, name)))
    .filter(({file}) => isThere(join(folder.root, file)))
    .sort((one, other) => (one.built_at < other.built_at ? -1 : 1));
}

/** Not `existsSync`: a disk that does not answer is an error, and not a version less. */
const isThere = (path: string) => statSync(path, {throwIfNoEntry: false}) !== undefined;

function readManifest(path: string): Manifest {
  try {
    // A release before this one knew neither of the two.
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return Object.assign({released_from: [], passed_over: {}}, manifest);
  } catch (cause) {
    throw new Error(`Không đọc được ${path}; hãy khôi phục tệp này từ bản sao lưu.`, {cause});
  }
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

/** Puts a version in force, with its scope files: from here on readers see it, whole. */
export async function putInForce(
  {version, night, file, hash, published_at, demo}: Current,
  folder: DataFolder,
  {rolled_back}: Pick<Current, 'rolled_back'> = {},
): Promise<void> {
  await ensureScopes({version, file}, folder);
  const current: Current = {
    version,
    night,
    file,
    hash,
    published_at,
    demo,
    ...(rolled_back && {rolled_back}),
  };
  replaceFile(folder.current, `${JSON.stringify(current, null, 2)}\n`);
}

/** Puts a version in force that was passed, and keeps it there until a night is counted that is new. */
export async function rollBack(name: string, folder: DataFolder): Promise<Manifest> {
  const version = findVersion(name, folder);
  if (version.held_for.length > 0) {
    throw new WrongUsage(`Phiên bản ${name} đang bị giữ lại; hãy dùng lệnh release.`);
  }
  await putInForce(version, folder, {rolled_back: true});
  return version;
}

/** Lets a held night out: somebody looked at the reasons and answers for it. A night already passed stays passed. */
export async function releaseVersion(
  held: Manifest,
  inForce: Current | undefined,
  folder: DataFolder,
): Promise<Manifest> {
  if (held.held_for.length === 0) {
    throw new WrongUsage(`Phiên bản ${held.version} không bị giữ lại; không có gì để thả.`);
  }
  const successor = readVersions(folder).find((one) => isOfLaterDeliveries(one, held));
  if (successor) {
    throw new WrongUsage(
      `Đêm ${held.night} đã được dựng lại từ bản giao mới hơn (phiên bản ${successor.version}); không thả phiên bản ${held.version} nữa.`,
    );
  }
  const released: Manifest = {...held, held_for: [], released_from: held.held_for};
  writeManifest(released, folder);
  if (!inForce || released.night >= inForce.night) await putInForce(released, folder);
  return released;
}

/** Whether one version shows the same night as another, counted later from other deliveries. */
const isOfLaterDeliveries = (one: Manifest, other: Manifest) =>
  one.night === other.night &&
  one.built_at > other.built_at &&
  one.counted[one.night] !== other.counted[other.night];

/** Keeps a version for good because somebody needs it; one that is gone already cannot be kept. */
export function keepVersion(name: string, why: string, folder: DataFolder): void {
  const version = findVersion(name, folder);
  if (version.kept_for.includes(why)) return;
  writeManifest({...version, kept_for: [...version.kept_for, why]}, folder);
}

/** How many versions stay for going back. */
const versionsKept = 7;

/**
 * Removes versions nobody needs: all but the last seven, the last of each month, those kept for a reason, those that
 * a person let out, those held that could still be let out, and the `needed`. First the manifest, so that a
 * half-removed version is a left-over and not a version.
 */
export function retireVersions(folder: DataFolder, needed: readonly (string | undefined)[]): string[] {
  const all = readVersions(folder);
  const byNight = all
    .filter((one) => one.held_for.length === 0)
    .toSorted((one, other) => (one.night < other.night ? -1 : one.night > other.night ? 1 : 0));
  const kept = new Set([...needed, ...byNight.slice(-versionsKept).map((one) => one.version)]);
  for (const month of Object.values(Object.groupBy(byNight, (one) => one.night.slice(0, 7)))) {
    kept.add(month!.at(-1)!.version);
  }
  const isNeeded = (one: Manifest) =>
    kept.has(one.version) ||
    one.kept_for.length > 0 ||
    one.released_from.length > 0 ||
    (one.held_for.length > 0 && !all.some((other) => isOfLaterDeliveries(other, one)));
  const retired = all.filter((one) => !isNeeded(one));
  for (const {version, file} of retired) {
    rmSync(join(folder.versions, `${version}.json`), {force: true});
    rmSync(join(folder.root, file), {force: true});
    rmSync(scopesFolder(version, folder), {recursive: true, force: true});
  }
  return retired.map((one) => one.version);
}

/**
 * Removes databases and scope files without a manifest and half-written manifests: what a night that was cut short left behind.
 * What is in force stays, whatever is missing beside it.
 */
export function sweepVersions(folder: DataFolder, inForce: Current | undefined): void {
  if (!isThere(folder.versions)) return;
  const files = readdirSync(folder.versions);
  const known = new Set(
    files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
  );
  for (const name of files) {
    const path = join(folder.versions, name);
    const {name: version, ext} = parse(name);
    const isVersion = (ext === '.duckdb' || ext === '.scopes') && known.has(version);
    const isInForce = version === inForce?.version;
    if (!isVersion && !isInForce && ext !== '.json') rmSync(path, {recursive: true, force: true});
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
