/**
 * The process that says what may be written next. It has the names of tables and columns and not one row, and no rights:
 * what people type is read by a parser that may trip over it.
 */
import type {DuckDBConnection} from '@duckdb/node-api';
import {identifier, rowsOf} from '../../warehouse/database.ts';
import {giveUpRights, letOthersGoFirst} from './rights.ts';
import {harden, openEmpty} from './hardened.ts';

/** The columns of each table, by its schema. */
export type TableNames = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What it is told: the names once per version and scope, then texts. */
export interface ToCompleter {
  ask: number;
  key: string;
  names?: TableNames;
  text: string;
}

/** What it says: suggestions, or that it must be told the names first. */
export type FromCompleter =
  | {ask: number; suggestions: readonly EngineSuggestion[]}
  | {ask: number; wantsNames: true}
  | {ask: number; failed: string};

/** A suggestion as the engine makes it, its start in bytes of UTF-8. */
export interface EngineSuggestion {
  text: string;
  kind: string;
  byte: number;
}

/** Versions and scopes that people ask about at a time. */
const mostKept = 8;

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
letOthersGoFirst();
giveUpRights(process.argv.at(-1));

const open = new Map<string, DuckDBConnection>();

process.on('message', (asked: ToCompleter) => {
  void answer(asked).then(
    (said) => process.send!(said),
    (error: unknown) => process.send!({ask: asked.ask, failed: String(error)} satisfies FromCompleter),
  );
});

async function answer({ask, key, names, text}: ToCompleter): Promise<FromCompleter> {
  if (names) await learn(key, names);
  const db = open.get(key);
  if (!db) return {ask, wantsNames: true};
  const rows = await rowsOf(
    db,
    'select suggestion, suggestion_type, suggestion_start from sql_auto_complete($text::varchar) limit 100',
    {text},
  );
  return {
    ask,
    suggestions: rows.map(([suggestion, kind, start]) => ({
      text: String(suggestion),
      kind: String(kind),
      byte: Number(start),
    })),
  };
}

async function learn(key: string, names: TableNames): Promise<void> {
  const instance = await openEmpty();
  const building = await instance.connect();
  for (const [schema, tables] of Object.entries(names)) {
    const statements = Object.entries(tables).map(
      ([table, columns]) =>
        `create table ${identifier(schema)}.${identifier(table)} (${columns.map((name) => `${identifier(name)} varchar`).join(', ')})`,
    );
    await building.run([`create schema ${identifier(schema)}`, ...statements].join(';'));
  }
  building.closeSync();
  open.set(key, await harden(instance));
  const [oldest] = open.keys();
  if (open.size > mostKept && oldest !== undefined) {
    open.get(oldest)!.closeSync();
    open.delete(oldest);
  }
}
