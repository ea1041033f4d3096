import type {QueryRun} from '../answers.ts';
import {actorOf, type Person} from '../identity.ts';
import {namesPurpose} from '../permissions.ts';
import {searchAudit, writeAudit, type AuditEntry, type AuditNote} from '../state/audit.ts';
import {writeLook, type SeenCases} from '../state/looks.ts';
import type {Store} from '../state/store.ts';

/** What the log keeps of a query: its text, and of its parameters the names alone. */
export interface LoggedQuery {
  id: string;
  sql: string;
  version: string;
  format: string;
  parameters: readonly string[];
}

/** Writes down in the audit log what is asked, before it runs, and what became of it. */
export class QueryLog {
  readonly #store: Store;
  readonly #person: Person;
  readonly #query: LoggedQuery;
  #hasBegun = false;

  constructor(store: Store, person: Person, query: LoggedQuery) {
    this.#store = store;
    this.#person = person;
    this.#query = query;
  }

  /** Before anything is read: no entry, no run. */
  begin(): void {
    const {id: _, ...details} = this.#query;
    this.#write('begun', {...details, purpose: this.#person.purpose});
    this.#hasBegun = true;
  }

  /** Of who sees personal data it is kept which case files they were of. */
  done(rows: number, details: {elapsed_ms: number; cut_by: readonly string[]}, cases: () => SeenCases): void {
    const note = this.#note('done', details, rows);
    if (namesPurpose.includes(this.#person.role)) writeLook(this.#store, note, cases());
    else writeAudit(this.#store, note);
  }

  /** A query that never began was refused; its text is kept all the same. */
  failed(code: string): void {
    if (this.#hasBegun) this.#write('failed', {code});
    else {
      const {id: _, ...details} = this.#query;
      this.#write('refused', {...details, purpose: this.#person.purpose, code});
    }
  }

  #write(outcome: AuditEntry['outcome'], details: Record<string, unknown>): void {
    writeAudit(this.#store, this.#note(outcome, details));
  }

  #note(outcome: AuditEntry['outcome'], details: Record<string, unknown>, rows?: number): AuditNote {
    return {
      ...actorOf(this.#person),
      action: 'query.run',
      subject: subjectOf(this.#query.id),
      details,
      ...(rows === undefined ? {} : {rows}),
      outcome,
    };
  }
}

/** The last queries of a person, the newest first; the log is the only place that has them. */
export function queryHistory(
  store: Store,
  {id: actor}: Person,
  isRunning: (id: string) => boolean,
  most = 200,
): QueryRun[] {
  // Each query has two entries at most.
  const entries = searchAudit(store, {actor, action: 'query.run', limit: 2 * most});
  const bySubject = Map.groupBy(entries, ({subject}) => subject);
  return [...bySubject.values()]
    .flatMap((ofOne) => {
      const asked = ofOne.find(({details}) => 'sql' in details);
      return asked === undefined ? [] : [runOf(asked, ofOne, isRunning)];
    })
    .slice(0, most);
}

function runOf(
  asked: AuditEntry,
  entries: readonly AuditEntry[],
  isRunning: (id: string) => boolean,
): QueryRun {
  const id = asked.subject.slice(subjectOf('').length);
  const end = entries.find(({outcome}) => outcome !== 'begun');
  const code = end?.details['code'];
  const elapsed = end?.details['elapsed_ms'];
  return {
    id,
    sql: String(asked.details['sql']),
    at: asked.at,
    version: String(asked.details['version']),
    // One without an end was cut off with the server.
    state:
      end === undefined || end.outcome === 'begun' ? (isRunning(id) ? 'running' : 'failed') : end.outcome,
    rows: end?.rows ?? null,
    elapsed_ms: typeof elapsed === 'number' ? elapsed : null,
    code: typeof code === 'string' ? code : null,
  };
}

const subjectOf = (id: string) => `query:${id}`;
