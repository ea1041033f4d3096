import {randomUUID} from 'node:crypto';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {ApiError} from '../errors.ts';
import type {Store} from '../state/store.ts';

/** A parameter that a kept query asks for, and how. */
export interface SavedParameter {
  name: string;
  kind: 'text' | 'number' | 'date' | 'boolean';
  /** What it is asked for with; its name when there is none. */
  label?: string | undefined;
}

/** A query that somebody keeps, with its newest text. */
export interface SavedQuery {
  id: string;
  owner: string;
  name: string;
  is_shared: boolean;
  created_at: string;
  version: number;
  sql: string;
  parameters: SavedParameter[];
  saved_at: string;
  saved_by: string;
}

/** What of a query can be changed; what is left out stays. */
export interface QueryChange {
  name?: string | undefined;
  is_shared?: boolean | undefined;
  sql?: string | undefined;
  parameters?: SavedParameter[] | undefined;
}

/** A person keeps so many: enough for anybody, too few to fill a disk. */
const mostPerPerson = 1000;

/** A person's own queries and those that others share, by name. */
export function listQueries({db}: Store, person: string): SavedQuery[] {
  return db
    .prepare(`${newest} where deleted_at is null and (owner = ? or is_shared = 1) order by name, id`)
    .all(person)
    .map((row) => queryOf(row as unknown as Row));
}

/** A query that a person may see: their own, or one that is shared; a version of before when it is said which. */
export function findQuery({db}: Store, id: string, person: string, version?: number): SavedQuery {
  const row = db
    .prepare(
      version === undefined
        ? `${newest} where q.id = :id and deleted_at is null and (owner = :person or is_shared = 1)`
        : `${any} where q.id = :id and deleted_at is null and (owner = :person or is_shared = 1) and v.version = :version`,
    )
    .get({id, person, ...(version === undefined ? {} : {version})});
  if (!row) throw new ApiError('unknown_query', `Không có câu SQL đã lưu ${id}, hoặc nó chưa được chia sẻ.`);
  return queryOf(row as unknown as Row);
}

/** Every text a query had, the newest first. */
export function versionsOf({db}: Store, id: string): SavedQuery[] {
  return db
    .prepare(`${any} where q.id = ? order by v.version desc`)
    .all(id)
    .map((row) => queryOf(row as unknown as Row));
}

/** Keeps a query. */
export function saveQuery(
  store: Store,
  query: {name: string; sql: string; parameters: SavedParameter[]; is_shared: boolean},
  person: string,
  now: Date,
): SavedQuery {
  return store.transaction(() => {
    const {kept} = store.db
      .prepare('select count(*) as kept from saved_queries where owner = ? and deleted_at is null')
      .get(person) as {kept: number};
    if (kept >= mostPerPerson) {
      throw new ApiError('not_possible', `Bạn đã lưu ${kept} câu SQL; hãy xóa bớt trước khi lưu thêm.`);
    }
    const id = randomUUID();
    store.db
      .prepare('insert into saved_queries (id, owner, name, is_shared, created_at) values (?, ?, ?, ?, ?)')
      .run(id, person, query.name, query.is_shared ? 1 : 0, vietnamMoment(now));
    addVersion(store, id, 1, query, person, now);
    return findQuery(store, id, person);
  });
}

/** Changes a person's own query; `seen` is the version they looked at, and another's meanwhile stops them. */
export function changeQuery(
  store: Store,
  id: string,
  {seen, ...change}: QueryChange & {seen: number},
  person: string,
  now: Date,
): SavedQuery {
  return store.transaction(() => {
    const before = ownQuery(store, id, person);
    if (before.version !== seen) {
      throw new ApiError(
        'changed_meanwhile',
        `Câu SQL này đã có bản ${before.version}, mới hơn bản ${seen} bạn đang sửa; hãy mở lại rồi sửa.`,
      );
    }
    const {name = before.name, is_shared = before.is_shared} = change;
    const {sql = before.sql, parameters = before.parameters} = change;
    store.db
      .prepare('update saved_queries set name = ?, is_shared = ? where id = ?')
      .run(name, is_shared ? 1 : 0, id);
    if (sql !== before.sql || JSON.stringify(parameters) !== JSON.stringify(before.parameters)) {
      addVersion(store, id, before.version + 1, {sql, parameters}, person, now);
    }
    return findQuery(store, id, person);
  });
}

/** Takes a person's own query away; what ran of it stays in the audit log. */
export function deleteQuery(store: Store, id: string, person: string, now: Date): void {
  store.transaction(() => {
    ownQuery(store, id, person);
    store.db.prepare('update saved_queries set deleted_at = ? where id = ?').run(vietnamMoment(now), id);
  });
}

function ownQuery(store: Store, id: string, person: string): SavedQuery {
  const query = findQuery(store, id, person);
  if (query.owner === person) return query;
  throw new ApiError('not_permitted', 'Chỉ người lưu mới sửa hoặc xóa được; hãy lưu một bản của riêng bạn.');
}

function addVersion(
  {db}: Store,
  id: string,
  version: number,
  {sql, parameters}: {sql: string; parameters: SavedParameter[]},
  person: string,
  now: Date,
): void {
  db.prepare(
    `insert into saved_query_versions (query_id, version, sql, parameters, saved_at, saved_by)
     values (?, ?, ?, ?, ?, ?)`,
  ).run(id, version, sql, JSON.stringify(parameters), vietnamMoment(now), person);
}

const any = `
  select q.id, q.owner, q.name, q.is_shared, q.created_at, v.version, v.sql, v.parameters, v.saved_at, v.saved_by
  from saved_queries as q join saved_query_versions as v on v.query_id = q.id`;

const newest = `${any}
  and v.version = (select max(version) from saved_query_versions where query_id = q.id)`;

type Row = Omit<SavedQuery, 'is_shared' | 'parameters'> & {is_shared: number; parameters: string};

const queryOf = ({is_shared, parameters, ...row}: Row): SavedQuery => ({
  ...row,
  is_shared: is_shared === 1,
  parameters: JSON.parse(parameters) as SavedParameter[],
});
