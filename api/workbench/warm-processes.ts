import type {QueryLimits} from './limits.ts';
import {QueryProcess} from './query-process.ts';

/** So many wait for questions about the file asked for last, and so many in all. */
const waitingForOne = 2;
const waitingInAll = 3;

/** Processes that wait with a file open; a new one takes a fifth of a second, and one that waits none. */
export class WarmProcesses {
  readonly #limits: QueryLimits;
  /** The file asked for last is at the end. */
  readonly #spare: QueryProcess[] = [];
  #isClosed = false;

  constructor(limits: QueryLimits) {
    this.#limits = limits;
  }

  /** A process that has the file open, or will soon. */
  take(file: string): QueryProcess {
    this.#drop((spare) => !spare.isFresh);
    const place = this.#spare.findIndex((spare) => spare.file === file);
    const [found] = place < 0 ? [] : this.#spare.splice(place, 1);
    return found ?? new QueryProcess(file, this.#limits);
  }

  /** Has some wait for the next questions about a file; those that wait for other files the longest make room. */
  refill(file: string, used: QueryProcess): void {
    this.#keep(used.isFresh ? used : new QueryProcess(file, this.#limits));
  }

  close(): void {
    this.#isClosed = true;
    this.#drop(() => true);
  }

  #keep(spare: QueryProcess): void {
    if (this.#isClosed) {
      spare.kill();
      return;
    }
    this.#spare.push(spare);
    while (this.#spare.length > waitingInAll) this.#spare.shift()?.kill();
    // One after the other: starting two at a time would take the processors from whoever asks meanwhile.
    void spare.ready.then(
      () => this.#topUp(spare.file),
      () => undefined,
    );
  }

  #topUp(file: string): void {
    if (this.#isClosed || this.#spare.at(-1)?.file !== file) return;
    const waiting = this.#spare.filter((spare) => spare.file === file && spare.isFresh).length;
    if (waiting < waitingForOne) this.#keep(new QueryProcess(file, this.#limits));
  }

  #drop(isUseless: (spare: QueryProcess) => boolean): void {
    for (const spare of this.#spare.filter(isUseless)) {
      spare.kill();
      this.#spare.splice(this.#spare.indexOf(spare), 1);
    }
  }
}
