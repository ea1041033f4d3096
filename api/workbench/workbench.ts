import type {ServiceLimits, QueryLimits} from './limits.ts';
import {queryLimits, serviceLimits} from './limits.ts';
import type {Parameters} from './child-messages.ts';
import type {Allowed, QueryProcess, QueryResult} from './query-process.ts';
import {ended, type RefusedQuery} from './refused-query.ts';
import {Turns} from './turns.ts';
import {WarmProcesses} from './warm-processes.ts';

/** A query somebody asks to run. */
export interface AskedQuery {
  /** What it is cancelled by; nobody has another's. */
  id: string;
  person: string;
  /** The file of what the person may see. */
  file: string;
  sql: string;
  params: Parameters;
  /** The most rows wanted. */
  rows: number;
  /** Whether each column of the result is wanted in figures too. */
  profile: boolean;
}

interface Running {
  person: string;
  stop: (reason: RefusedQuery) => void;
}

/** Runs people's queries, each in a process of its own, a few at a time. */
export class Workbench {
  readonly limits: QueryLimits;
  readonly #turns: Turns;
  readonly #processes: WarmProcesses;
  readonly #running = new Map<string, Running>();

  constructor(limits: Partial<QueryLimits> = {}, service: Partial<ServiceLimits> = {}) {
    this.limits = {...queryLimits, ...limits};
    this.#turns = new Turns({...serviceLimits, ...service});
    this.#processes = new WarmProcesses(this.limits);
  }

  /** Whether an id is in use. */
  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  /** Runs one query; `begin` is called once it is allowed, and what it throws keeps the query from running. */
  async run(asked: AskedQuery, begin: (allowed: Allowed) => void): Promise<QueryResult> {
    const {id, person, file, ...query} = asked;
    const leaving = new AbortController();
    let running: QueryProcess | undefined;
    this.#running.set(id, {
      person,
      stop: (reason) => {
        leaving.abort(reason);
        running?.end('query_cancelled');
      },
    });
    try {
      return await this.#turns.take(person, leaving.signal, async () => {
        const process = this.#processes.take(file);
        running = process;
        try {
          return await process.query(query, begin);
        } finally {
          // Only now: starting one takes a processor that the query may need.
          this.#processes.refill(file, process);
        }
      });
    } finally {
      this.#running.delete(id);
    }
  }

  /** Stops a query of a person's own; false when they have none of that id. */
  cancel(id: string, person: string): boolean {
    const running = this.#running.get(id);
    if (running?.person !== person) return false;
    running.stop(ended('query_cancelled'));
    return true;
  }

  /** Stops what runs, and the processes that wait. */
  close(): void {
    for (const {stop} of this.#running.values()) stop(ended('query_cancelled'));
    this.#processes.close();
  }
}
