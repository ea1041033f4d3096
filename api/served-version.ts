import type {Current} from '../warehouse/current.ts';
import type {DataFolder} from '../warehouse/folders.ts';
import {OpenVersion, scopeKey, type VersionScope} from './open-version.ts';

/** How many files of provinces stay open when nobody reads from them: each costs its share of memory. */
const provincesKeptOpen = 3;

/** A file of a scope: open, or being opened. */
interface ScopeFile {
  opening: Promise<OpenVersion>;
  opened: OpenVersion | undefined;
  isOfProvince: boolean;
  /** The requests that are reading from it. */
  readers: number;
}

/**
 * One version in service: the files of its scopes, each opened when somebody first needs it. Of the provinces’ files
 * those read last stay open, the others close when nobody reads from them; the rest close together with the version.
 */
export class ServedVersion {
  readonly current: Current;
  /** The requests that are reading from it. */
  readers = 0;
  readonly #folder: DataFolder;
  /** By scope, the one read last at the end. */
  readonly #files = new Map<string, ScopeFile>();

  constructor(folder: DataFolder, current: Current) {
    this.#folder = folder;
    this.current = current;
  }

  /** Lends the version, as far as a scope sees of it, for the time of some work; its file stays open as long. */
  async use<T>(scope: VersionScope, work: (version: OpenVersion) => Promise<T>): Promise<T> {
    const file = this.#fileOf(scope);
    file.readers++;
    try {
      return await work(await file.opening);
    } finally {
      file.readers--;
      this.#closeIdleProvinces();
    }
  }

  /** How many files are open, or being opened. */
  get openFiles(): number {
    return this.#files.size;
  }

  /** Whether no query is running: closing under one would bring the process down. */
  get isIdle(): boolean {
    return this.#opened.every((version) => version.isIdle);
  }

  async whenIdle(): Promise<void> {
    await Promise.all(this.#opened.map((version) => version.whenIdle()));
  }

  /** Stops what is running; its answers fail. */
  interrupt(): void {
    for (const version of this.#opened) version.interrupt();
  }

  closeSync(): void {
    for (const version of this.#opened) version.closeSync();
    this.#files.clear();
  }

  get #opened(): OpenVersion[] {
    return [...this.#files.values()].flatMap(({opened}) => opened ?? []);
  }

  #fileOf(scope: VersionScope): ScopeFile {
    const key = scopeKey(scope);
    const known = this.#files.get(key);
    if (known) {
      this.#files.delete(key);
      this.#files.set(key, known);
      return known;
    }
    const file: ScopeFile = {
      opening: OpenVersion.open(this.#folder, this.current, scope),
      opened: undefined,
      isOfProvince: typeof scope === 'object',
      readers: 0,
    };
    this.#files.set(key, file);
    file.opening.then(
      (version) => (file.opened = version),
      // The next one who asks tries again.
      () => this.#files.delete(key),
    );
    return file;
  }

  /** A request that failed may have left a query running: its file waits for that, too. */
  #closeIdleProvinces(): void {
    const ofProvinces = [...this.#files].filter(([, {isOfProvince}]) => isOfProvince);
    for (const [key, {opened, readers}] of ofProvinces.slice(0, -provincesKeptOpen)) {
      if (opened === undefined || readers > 0) continue;
      if (!opened.isIdle) {
        void opened.whenIdle().then(() => this.#closeIdleProvinces());
        continue;
      }
      this.#files.delete(key);
      opened.closeSync();
    }
  }
}
