import {createHash} from 'node:crypto';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Deed} from './deeds.ts';
import type {Store} from './store.ts';

/** Something somebody did, or tried to do, as the one who writes it down knows it. */
export interface AuditNote {
  /** The account, `token:<id>`, or `system` for the program itself. */
  actor: string;
  role: string;
  /** How far the actor sees: `all`, `no_personal_data`, or a province. */
  scope: string;
  action: Deed;
  /** What it was done to, as `account:an.nguyen` or `case_file:38.KV01/123`. */
  subject: string;
  /** What else there is to know; never a password, a token or the value of a query's parameter. */
  details?: Readonly<Record<string, unknown>>;
  /** How many rows the actor was given. */
  rows?: number;
  /** `begun` is written before the deed: no entry, no deed. */
  outcome: 'begun' | 'done' | 'refused' | 'failed';
}

/** An entry of the log. Its hash covers everything in it, and the hash of the entry before. */
export interface AuditEntry extends Required<Omit<AuditNote, 'action' | 'rows'>> {
  id: number;
  /** A `Deed`, or what an older release wrote. */
  action: string;
  /** With Vietnam's offset. */
  at: string;
  rows: number | null;
  previous_hash: string;
  hash: string;
}

/** What a search looks for; what is left out is anything. */
export interface AuditSearch {
  /** Of `case_file:<id>` also what gave the file's data, or may have: such an entry says `case_files: 'unknown'`. */
  subject?: string;
  actor?: string;
  action?: string;
  /** The first and the last moment, ISO 8601 with any offset. */
  from?: string;
  to?: string;
  /** Only entries older than this one. */
  before?: number;
  limit?: number;
}

/** Before the first entry. */
export const beginning = '0'.repeat(64);

/** Adds an entry. Within a transaction it stands or falls with the deed. */
export function writeAudit(store: Store, note: AuditNote, now = new Date()): AuditEntry {
  return store.transaction(() => {
    const {id: last, hash: previous_hash} = headOf(store) ?? {id: 0, hash: beginning};
    const {actor, role, scope, action, subject, details = {}, rows = null, outcome} = note;
    const unsealed = {id: last + 1, at: vietnamMoment(now), actor, role, scope, action, subject};
    const row = {...unsealed, details: JSON.stringify(details), rows, outcome, previous_hash};
    const hash = hashOf(row);
    store.db
      .prepare(
        `insert into audit (${columns.join(', ')}, hash) values (${columns.map((name) => `:${name}`).join(', ')}, :hash)`,
      )
      .run({...row, hash});
    return {...row, details, hash};
  });
}

/** The newest entry; none before the first. */
export function headOf({db}: Store): {id: number; hash: string} | undefined {
  return db.prepare('select id, hash from audit order by id desc limit 1').get() as
    {id: number; hash: string} | undefined;
}

/** The entries that fit, the newest first: who saw a thing, and when. */
export function searchAudit({db}: Store, search: AuditSearch): AuditEntry[] {
  const {subject = null, actor = null, action = null, before = null, limit = 100} = search;
  const from = search.from === undefined ? null : vietnamMoment(new Date(search.from));
  const to = search.to === undefined ? null : vietnamMoment(new Date(search.to));
  return db
    .prepare(
      `select ${columns.join(', ')}, hash from audit
       where (:subject is null or subject = :subject or id in (
           select entry from looks where :case_id is not null and (case_id = :case_id or case_id is null)
       ))
           and (:actor is null or actor = :actor)
           and (:action is null or action = :action)
           and (:from is null or at >= :from)
           and (:to is null or at <= :to)
           and (:before is null or id < :before)
       order by id desc limit :limit`,
    )
    .all({subject, actor, action, from, to, before, limit, case_id: caseOf(subject)})
    .map((row) => entryOf(row as unknown as AuditRow));
}

const caseOf = (subject: string | null) =>
  subject?.startsWith('case_file:') ? subject.slice('case_file:'.length) : null;

/** An entry as it is stored. */
export type AuditRow = Omit<AuditEntry, 'details'> & {details: string};

/** Every entry as it is stored, the oldest first. */
export function* storedEntries({db}: Store): Generator<AuditRow> {
  for (const row of db.prepare(`select ${columns.join(', ')}, hash from audit order by id`).iterate()) {
    yield row as unknown as AuditRow;
  }
}

/** The SHA-256 of an entry: of its columns in their order, as a JSON array. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify(columns.map((name) => row[name])))
    .digest('hex');
}

const columns = [
  'id',
  'at',
  'actor',
  'role',
  'scope',
  'action',
  'subject',
  'details',
  'rows',
  'outcome',
  'previous_hash',
] as const satisfies readonly (keyof AuditRow)[];

const entryOf = ({details, ...row}: AuditRow): AuditEntry => ({
  ...row,
  details: JSON.parse(details) as Record<string, unknown>,
});
