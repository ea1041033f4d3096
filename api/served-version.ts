import type {Current} from '../warehouse/current.ts';
import type {DataFolder} from '../warehouse/folders.ts';
import {OpenVersion, scopeKey, type VersionScope} from './open-version.ts';

/** One version in service: the files of its scopes, each opened when somebody first needs it, and closed together. */
export class ServedVersion {
  readonly current: Current;
  /** The requests that are reading from it. */
  readers = 0;
  readonly #folder: DataFolder;
  readonly #opening = new Map<string, Promise<OpenVersion>>();
  readonly #opened = new Set<OpenVersion>();

  constructor(folder: DataFolder, current: Current) {
    this.#folder = folder;
    this.current = current;
  }

  /** The version as far as a scope sees of it. */
  open(scope: VersionScope): Promise<OpenVersion> {
    const key = scopeKey(scope);
    let opening = this.#opening.get(key);
    if (!opening) {
      opening = OpenVersion.open(this.#folder, this.current, scope);
      this.#opening.set(key, opening);
      opening.then(
        (version) => this.#opened.add(version),
        // The next one who asks tries again.
        () => this.#opening.delete(key),
      );
    }
    return opening;
  }

  /** Whether no query is running: closing under one would bring the process down. */
  get isIdle(): boolean {
    return [...this.#opened].every((version) => version.isIdle);
  }

  async whenIdle(): Promise<void> {
    await Promise.all([...this.#opened].map((version) => version.whenIdle()));
  }

  /** Stops what is running; its answers fail. */
  interrupt(): void {
    for (const version of this.#opened) version.interrupt();
  }

  closeSync(): void {
    for (const version of this.#opened) version.closeSync();
  }
}
