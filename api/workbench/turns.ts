import {ApiError} from '../errors.ts';
import type {ServiceLimits} from './limits.ts';

/** After how many seconds it is worth asking again: a query runs no longer than that. */
const tryAgainAfter = 10;

interface Waiting {
  person: string;
  begin: () => void;
}

/** Whose query runs now and whose waits: so many of everybody, so many of each, the longest waiting first. */
export class Turns {
  readonly #limits: ServiceLimits;
  readonly #running = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  #atOnce = 0;

  constructor(limits: ServiceLimits) {
    this.#limits = limits;
  }

  /** Waits for a turn and does the work; a queue that is full is a 429. Whoever leaves the queue has no turn. */
  async take<T>(person: string, left: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#mayRun(person)) this.#count(person, 1);
    else await this.#wait(person, left);
    try {
      left.throwIfAborted();
      return await work();
    } finally {
      this.#count(person, -1);
      this.#next();
    }
  }

  #wait(person: string, left: AbortSignal): Promise<void> {
    const own = this.#waiting.filter((waiting) => waiting.person === person).length;
    if (own >= this.#limits.waitingPerPerson || this.#waiting.length >= this.#limits.waiting) {
      throw new ApiError(
        'too_many_queries',
        `Đang có quá nhiều câu SQL chờ chạy (mỗi người chạy cùng lúc ${this.#limits.perPerson} câu); hãy thử lại sau ${tryAgainAfter} giây.`,
        {retryAfter: tryAgainAfter},
      );
    }
    return new Promise((resolve, reject) => {
      const waiting = {person, begin: resolve};
      this.#waiting.push(waiting);
      left.addEventListener('abort', () => {
        const place = this.#waiting.indexOf(waiting);
        if (place < 0) return;
        this.#waiting.splice(place, 1);
        reject(left.reason as Error);
      });
    });
  }

  #next(): void {
    const place = this.#waiting.findIndex(({person}) => this.#mayRun(person));
    const [next] = place < 0 ? [] : this.#waiting.splice(place, 1);
    if (!next) return;
    // Counted here, and not once it has woken up: somebody else may come in between.
    this.#count(next.person, 1);
    next.begin();
  }

  /** The last place free is kept for somebody who has nothing running, so that few people cannot stop all the others. */
  #mayRun(person: string): boolean {
    const own = this.#running.get(person) ?? 0;
    if (own === 0) return this.#atOnce < this.#limits.atOnce;
    return own < this.#limits.perPerson && this.#atOnce < this.#limits.atOnce - 1;
  }

  #count(person: string, change: number): void {
    this.#atOnce += change;
    const now = (this.#running.get(person) ?? 0) + change;
    if (now === 0) this.#running.delete(person);
    else this.#running.set(person, now);
  }
}
