import {readCurrent, type Current} from '../warehouse/current.ts';
import type {DataFolder} from '../warehouse/folders.ts';
import {keepVersion} from '../warehouse/versions.ts';
import {ApiError} from './errors.ts';
import type {OpenVersion, VersionScope} from './open-version.ts';
import {ServedVersion} from './served-version.ts';

const lookEvery = 500;

/** A version that could not be taken into service, and why. */
export interface NotOpened {
  version: string;
  reason: string;
}

/**
 * The versions being served, each by the files of its scopes. New requests read from the one in force; one that no
 * longer is closes after its last request. A file is never open twice: going back to a version that has not closed yet
 * takes it up again.
 */
export class Versions {
  readonly #folder: DataFolder;
  readonly #report: (error: unknown) => void;
  readonly #open = new Map<string, ServedVersion>();
  readonly #timer: NodeJS.Timeout;
  #inForce: ServedVersion | undefined;
  #notOpened: NotOpened | undefined;
  #looking: Promise<void> | undefined;
  #drained: (() => void) | undefined;
  #closed = false;

  private constructor(folder: DataFolder, report: (error: unknown) => void) {
    this.#folder = folder;
    this.#report = report;
    this.#timer = setInterval(() => void this.look(), lookEvery).unref();
  }

  /** Opens the version in force, when there is one, and follows `current.json` from then on. */
  static async follow(folder: DataFolder, report: (error: unknown) => void): Promise<Versions> {
    const versions = new Versions(folder, report);
    await versions.look();
    return versions;
  }

  get inForce(): ServedVersion | undefined {
    return this.#inForce;
  }

  get notOpened(): NotOpened | undefined {
    return this.#notOpened;
  }

  /** How many versions are open: one, or more while older ones drain. */
  get openCount(): number {
    return this.#open.size;
  }

  /** Lends the version in force, as far as a scope sees of it, for the time of one request. */
  async use<T>(work: (version: OpenVersion) => Promise<T>, scope: VersionScope = 'no_parties'): Promise<T> {
    const served = this.#inForce;
    if (served === undefined) {
      throw new ApiError(
        'no_version',
        this.#notOpened?.reason ??
          'Chưa có đêm dữ liệu nào được công bố; hãy chạy `npm run thads -- nightly`.',
      );
    }
    served.readers++;
    try {
      return await served.use(scope, work);
    } finally {
      served.readers--;
      this.#closeIfDone(served);
    }
  }

  /** Keeps the file of a version for good; false where it is gone, or the data folder may only be read. */
  keep(version: string, why: string): boolean {
    try {
      keepVersion(version, why, this.#folder);
      return true;
    } catch (cause) {
      this.#report(new Error(`Không giữ lại được phiên bản ${version} (${why}).`, {cause}));
      return false;
    }
  }

  /** Looks at `current.json` now, and moves over when it names another version. */
  look(): Promise<void> {
    this.#looking ??= this.#moveOver().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Stops following, interrupts what is still being read, and closes every file. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#looking;
    this.#inForce = undefined;
    const drained = new Promise<void>((resolve) => (this.#drained = resolve));
    for (const served of this.#open.values()) {
      served.interrupt();
      this.#closeIfDone(served);
    }
    if (this.#open.size > 0) await drained;
  }

  async #moveOver(): Promise<void> {
    let current: Current | undefined;
    try {
      current = readCurrent(this.#folder);
      if (current === undefined || this.#closed) return;
      const before = this.#inForce;
      if (before?.current.version === current.version) {
        this.#notOpened = undefined;
        return;
      }
      const served = this.#open.get(current.file) ?? new ServedVersion(this.#folder, current);
      await mustBeReadable(served);
      this.#open.set(current.file, served);
      this.#inForce = served;
      this.#notOpened = undefined;
      if (before) this.#closeIfDone(before);
    } catch (error) {
      this.#keepWhatIs(current?.version, error);
    }
  }

  /** Says once per version what is wrong; every later look tries again, because a copy may still be arriving. */
  #keepWhatIs(version: string | undefined, error: unknown): void {
    const [named, failed] =
      version === undefined
        ? ['current.json', 'Không đọc được current.json.']
        : [version, `Không mở được phiên bản ${version}.`];
    if (this.#notOpened?.version === named) return;
    const kept = this.#inForce?.current.version;
    const consequence =
      kept === undefined ? 'Chưa có phiên bản nào khác để dùng.' : `Máy chủ vẫn dùng phiên bản ${kept}.`;
    this.#notOpened = {version: named, reason: `${failed} ${consequence}`};
    this.#report(new Error(this.#notOpened.reason, {cause: error}));
  }

  #closeIfDone(served: ServedVersion): void {
    if (served === this.#inForce || served.readers > 0) return;
    if (!served.isIdle) {
      // One query of a request failed, and with it the request; the others are still running.
      void served.whenIdle().then(() => this.#closeIfDone(served));
      return;
    }
    if (!this.#open.delete(served.current.file)) return;
    served.closeSync();
    if (this.#open.size === 0) this.#drained?.();
  }
}

/** Whether a version can be read is known before anybody is moved over to it. */
async function mustBeReadable(served: ServedVersion): Promise<void> {
  try {
    await served.use('all', isOpen);
    await served.use('no_parties', isOpen);
  } catch (error) {
    if (served.readers === 0) served.closeSync();
    throw error;
  }
}

/** Opening is all there is to do. */
const isOpen = () => Promise.resolve();
