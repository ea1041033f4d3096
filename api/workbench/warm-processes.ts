import type {QueryLimits} from './limits.ts';
import {QueryProcess} from './query-process.ts';

/** Processes that wait with a file open; a new one takes a fifth of a second, and one that waits none. */
export class WarmProcesses {
  readonly #limits: QueryLimits;
  readonly #most: number;
  /** The file asked for last is at the end. */
  readonly #spare: QueryProcess[] = [];

  constructor(limits: QueryLimits, most = 2) {
    this.#limits = limits;
    this.#most = most;
  }

  /** A process that has the file open, or will soon. */
  take(file: string): QueryProcess {
    this.#drop((spare) => !spare.isFresh);
    const place = this.#spare.findIndex((spare) => spare.file === file);
    const [found] = place < 0 ? [] : this.#spare.splice(place, 1);
    return found ?? new QueryProcess(file, this.#limits);
  }

  /** Has one wait for the next question about a file; those that wait for other files the longest make room. */
  refill(file: string, used: QueryProcess): void {
    this.#spare.push(used.isFresh ? used : new QueryProcess(file, this.#limits));
    while (this.#spare.length > this.#most) this.#spare.shift()?.kill();
  }

  close(): void {
    this.#drop(() => true);
  }

  #drop(isUseless: (spare: QueryProcess) => boolean): void {
    for (const spare of this.#spare.filter(isUseless)) {
      spare.kill();
      this.#spare.splice(this.#spare.indexOf(spare), 1);
    }
  }
}
