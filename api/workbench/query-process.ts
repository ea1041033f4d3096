import type {ChildProcess} from 'node:child_process';
import type {FromChild, ResultColumn, ResultPart, CutBy, Parameters, ToChild} from './child-messages.ts';
import type {QueryLimits} from './limits.ts';
import {ended, RefusedQuery, type Ending, type QueryTrouble} from './refused-query.ts';
import {residentMemory, startSandboxed} from './sandbox.ts';

/** What a query found: its rows as JSON arrays, in pieces with commas within them. */
export interface QueryResult {
  columns: readonly ResultColumn[];
  pieces: readonly string[];
  rowCount: number;
  cutBy: readonly CutBy[];
  plan: unknown;
  profile: ResultPart | undefined;
  /** How long it ran, in milliseconds. */
  elapsed: number;
}

/** What the gate says of a query that may be run. */
export interface Allowed {
  parameters: readonly string[];
  explains: boolean;
}

const watchEvery = 25;

/** The share of a query's memory that DuckDB may plan with; texts and threads take some that it does not count. */
const engineShare = 0.6;

/** A process that waits for one query, runs it, and is gone. */
export class QueryProcess {
  /** The file it has open. */
  readonly file: string;
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #limits: QueryLimits;
  readonly #exited: Promise<{code: number | null; signal: NodeJS.Signals | null}>;
  #hasRun = false;
  #said = '';
  #ending: Ending | undefined;
  #hear: (said: FromChild) => void = () => undefined;

  constructor(file: string, limits: QueryLimits) {
    this.file = file;
    this.#limits = limits;
    const megabytes = Math.round((limits.memory * engineShare) / 1e6);
    this.#child = startSandboxed([file, `${megabytes}MB`], limits.memory);
    this.#child.stderr?.on(
      'data',
      (text: Buffer) => (this.#said = (this.#said + text.toString()).slice(-4000)),
    );
    this.#child.on('message', (said: FromChild) => this.#hear(said));
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => resolve({code, signal}));
      this.#child.once('error', (error) => {
        this.#said += String(error);
        resolve({code: null, signal: null});
      });
    });
    this.ready = this.#waitFor('ready').then(() => undefined);
    // Whoever takes it waits for this; a spare one that fails concerns nobody.
    this.ready.catch(() => undefined);
  }

  /** Whether it can take a query: it is there, and has not run one. A query that was refused was only read. */
  get isFresh(): boolean {
    return (
      !this.#hasRun &&
      this.#ending === undefined &&
      this.#child.connected &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /** Checks, has it noted, and runs one query; throws `RefusedQuery` for anything that is the query's own doing. */
  async query(
    {sql, params, rows, profile}: {sql: string; params: Parameters; rows: number; profile: boolean},
    begin: (allowed: Allowed) => void,
  ): Promise<QueryResult> {
    const watching = setInterval(() => {
      if (residentMemory(this.#child.pid ?? 0) > this.#limits.memory) this.end('query_out_of_memory');
    }, watchEvery);
    const deadline = setTimeout(() => this.#stop('query_too_slow'), this.#limits.time);
    try {
      await this.ready;
      const checked = this.#waitFor('allowed');
      this.#tell({check: {sql}});
      const {allowed} = await checked;
      begin(allowed);
      this.#hasRun = true;
      const collected = this.#collect();
      this.#tell({run: {params, rows, profile, limits: this.#limits}});
      return await collected;
    } finally {
      clearTimeout(deadline);
      clearInterval(watching);
      if (this.#hasRun || this.#ending !== undefined) this.kill();
    }
  }

  /** Ends it now; the query's answer says why. */
  end(why: Ending): void {
    this.#ending ??= why;
    this.kill();
  }

  /** Asks the query to stop, and ends it soon after if it does not. */
  #stop(why: Ending): void {
    this.#ending ??= why;
    this.#tell({interrupt: true});
    setTimeout(() => this.kill(), this.#limits.grace).unref();
  }

  kill(): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL');
  }

  #tell(message: ToChild): void {
    // One that has died is told nothing; its exit says so.
    this.#child.send(message, () => undefined);
  }

  #waitFor<Key extends 'ready' | 'allowed'>(key: Key): Promise<Extract<FromChild, Record<Key, unknown>>> {
    return this.#listen((said, resolve) => {
      if (key in said) resolve(said as Extract<FromChild, Record<Key, unknown>>);
    });
  }

  #collect(): Promise<QueryResult> {
    let columns: readonly ResultColumn[] = [];
    let profile: ResultPart | undefined;
    let plan: unknown;
    let rowCount = 0;
    let length = 0;
    const pieces: string[] = [];
    return this.#listen((said, resolve) => {
      if ('columns' in said) columns = said.columns;
      else if ('plan' in said) plan = said.plan;
      else if ('profile' in said) profile = said.profile;
      else if ('rows' in said) {
        pieces.push(said.rows);
        rowCount += said.count;
        length += said.rows.length;
        // It counts by itself; one that no longer does must not fill this process as well.
        if (length > 2 * this.#limits.answer) this.end('query_out_of_memory');
      } else if ('done' in said) {
        const {cutBy, milliseconds: elapsed} = said.done;
        resolve({columns, pieces, rowCount, cutBy, plan, profile, elapsed});
      }
    });
  }

  /** Listens until there is an answer, trouble, or the end of the process. */
  #listen<T>(hear: (said: FromChild, resolve: (answer: T) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#hear = (said) => {
        if ('trouble' in said) reject(this.#refused(said.trouble.code) ?? new RefusedQuery(said.trouble));
        else if ('failed' in said) reject(this.#refused() ?? new Error(said.failed));
        else hear(said, resolve);
      };
      void this.#exited.then(({code, signal}) => reject(this.#refused() ?? this.#died(code, signal)));
    });
  }

  /** The reason it was stopped for, which outweighs what it says of it itself. */
  #refused(code?: QueryTrouble): RefusedQuery | undefined {
    if (this.#ending === undefined || (code !== undefined && code !== 'query_cancelled')) return undefined;
    return ended(this.#ending);
  }

  #died(code: number | null, signal: NodeJS.Signals | null): Error {
    if (/heap|bad_alloc|Allocation fail/i.test(this.#said)) {
      return ended('query_out_of_memory');
    }
    if (signal === null) return new Error(`The process of a query ended with code ${code}: ${this.#said}`);
    return new RefusedQuery({
      code: 'query_crashed',
      sentence:
        'Câu SQL làm dừng tiến trình chạy nó; không ai khác bị ảnh hưởng. Hãy viết đơn giản hơn, nhất là phần JSON lồng nhau.',
    });
  }
}
