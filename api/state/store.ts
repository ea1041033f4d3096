import {closeSync, existsSync, mkdirSync, openSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {DatabaseSync, type StatementSync} from 'node:sqlite';
import {WrongUsage} from '../../warehouse/errors.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {migrations} from './migrations.ts';
import {mustBePrivate} from './private-file.ts';

/** What people do and decide, kept apart from every version: accounts, sessions, the audit log, the board. */
export interface Store {
  readonly db: DatabaseSync;
  /** Where it lies. */
  readonly folder: string;
  /** A statement that is asked for with every request, prepared once. */
  prepared(sql: string): StatementSync;
  /** Does all of it or nothing; inside another transaction it is part of that one. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** The folder of the state that belongs to a data folder; a data folder that is only read has it elsewhere. */
export const stateFolder = (data: string, elsewhere = process.env['THADS_STATE']): string =>
  elsewhere ?? join(data, 'state');

/** Opens the state in a folder, which nobody but the program's own user may read; makes what is not there yet. */
export function openStore(folder: string): Store {
  makeFolder(folder);
  const path = join(folder, 'thads.sqlite');
  // SQLite gives its log files the mode of the database, so the mode comes first.
  closeSync(openSync(path, 'a', 0o600));
  mustBePrivate(folder);
  mustBePrivate(path);
  const db = new DatabaseSync(path, {timeout: 5_000});
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    const statements = new Map<string, StatementSync>();
    const store: Store = {
      db,
      folder,
      prepared(sql) {
        const statement = statements.get(sql) ?? db.prepare(sql);
        statements.set(sql, statement);
        return statement;
      },
      transaction: (work) => inTransaction(db, work),
      close: () => db.close(),
    };
    migrate(store);
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(dirname(folder), {recursive: true});
    if (!existsSync(folder)) mkdirSync(folder, {mode: 0o700});
  } catch (cause) {
    throw new WrongUsage(
      `Không tạo được thư mục trạng thái ${folder}; nếu thư mục dữ liệu chỉ đọc, hãy nêu nơi khác bằng THADS_STATE.`,
      {cause},
    );
  }
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    // A full disk has rolled it back already.
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

function migrate(store: Store): void {
  const {db} = store;
  store.transaction(() => {
    db.exec('create table if not exists migrations (name text primary key, applied_at text not null) strict');
    const applied = new Set(
      db
        .prepare('select name from migrations')
        .all()
        .map(({name}) => String(name)),
    );
    for (const {name, sql} of migrations) {
      if (applied.delete(name)) continue;
      db.exec(sql);
      db.prepare('insert into migrations values (?, ?)').run(name, vietnamMoment(new Date()));
    }
    if (applied.size > 0) {
      throw new WrongUsage(
        `Trạng thái ở ${store.folder} đã được một bản phần mềm mới hơn nâng cấp (${[...applied].join(', ')}); hãy chạy bản đó.`,
      );
    }
  });
}
