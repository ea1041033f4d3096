import {LRUCache} from 'lru-cache';

/** Attempts that cost nothing yet; after them every further one doubles the wait. */
const freeFailures = {account: 5, address: 20} as const;
const firstWait = 1_000;

/** The longest anybody waits: no stranger can lock an account for good. */
export const longestWait = 60_000;
const forgottenAfter = 15 * 60_000;

interface Key {
  key: string;
  free: number;
}

interface Failures {
  count: number;
  until: number;
}

/**
 * Slows down guessing, by account and by address. An address that an account has signed in from does not wait for what
 * strangers do to that account elsewhere.
 */
export class Throttle {
  readonly #failures = new LRUCache<string, Failures>({max: 50_000});
  readonly #known = new LRUCache<string, true>({max: 50_000});
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** For how many milliseconds an account cannot be tried from an address; 0 when it may be now. */
  waitFor(account: string, address: string): number {
    const waits = this.#keysOf(account, address).map(
      ({key}) => (this.#recent(key)?.until ?? 0) - this.#clock(),
    );
    return Math.max(0, ...waits);
  }

  /** Notes an attempt before it is looked at, so that many at once do not slip through together. */
  tried(account: string, address: string): void {
    for (const {key, free} of this.#keysOf(account, address)) {
      const count = (this.#recent(key)?.count ?? 0) + 1;
      const wait = count <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (count - free - 1));
      this.#failures.set(key, {count, until: this.#clock() + wait});
    }
  }

  /** Notes that the attempt was right. What else came from the address stays: one account of theirs clears no stranger. */
  succeeded(account: string, address: string): void {
    const [ofAccount, ofAddress] = this.#keysOf(account, address);
    this.#failures.delete(ofAccount.key);
    const others = (this.#recent(ofAddress.key)?.count ?? 1) - 1;
    this.#failures.set(ofAddress.key, {count: others, until: this.#clock()});
    this.#known.set(pairOf(account, address), true);
  }

  #recent(key: string): Failures | undefined {
    const failures = this.#failures.get(key);
    return failures && this.#clock() - failures.until < forgottenAfter ? failures : undefined;
  }

  #keysOf(account: string, address: string): [Key, Key] {
    const pair = pairOf(account, address);
    return [
      {key: this.#known.has(pair) ? pair : `account ${account}`, free: freeFailures.account},
      {key: `address ${address}`, free: freeFailures.address},
    ];
  }
}

const pairOf = (account: string, address: string) => `pair ${account} ${address}`;
