import type {DuckDBConnection, DuckDBInstance} from '@duckdb/node-api';

/**
 * A few connections to one database, each lent to one query at a time; the next in line waits.
 * Queries occupy threads of libuv's small pool, which file reads and compression need as well.
 */
export class Connections {
  readonly #all: readonly DuckDBConnection[];
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  readonly #whenIdle: (() => void)[] = [];

  private constructor(all: readonly DuckDBConnection[]) {
    this.#all = all;
    this.#idle = [...all];
  }

  static async open(instance: DuckDBInstance, size: number): Promise<Connections> {
    return new Connections(await Promise.all(Array.from({length: size}, () => instance.connect())));
  }

  async lend<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection =
      this.#idle.pop() ?? (await new Promise<DuckDBConnection>((lent) => this.#waiting.push(lent)));
    try {
      return await work(connection);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(connection);
      else this.#idle.push(connection);
      if (this.isIdle) for (const told of this.#whenIdle.splice(0)) told();
    }
  }

  /** Whether no query is running; a request that failed may have left some. */
  get isIdle(): boolean {
    return this.#idle.length === this.#all.length;
  }

  /** Waits for the queries that are running. */
  whenIdle(): Promise<void> {
    return this.isIdle ? Promise.resolve() : new Promise((told) => this.#whenIdle.push(told));
  }

  interrupt(): void {
    for (const connection of this.#all) connection.interrupt();
  }

  closeSync(): void {
    for (const connection of this.#all) connection.closeSync();
  }
}
