import {isAbsolute, join, relative} from 'node:path';
import {DuckDBInstance, type DuckDBValue} from '@duckdb/node-api';
import type {Current} from '../warehouse/current.ts';
import {recordsOf} from '../warehouse/database.ts';
import type {DataFolder} from '../warehouse/folders.ts';
import {sqlFiles} from '../warehouse/models.ts';
import {scopeFile, type FileScope} from '../warehouse/scopes.ts';
import {Connections} from './connections.ts';

/** How far of a version somebody sees: all of it, or the file of a scope. */
export type VersionScope = 'all' | FileScope;

/** A scope as a key of a map. */
export const scopeKey = (scope: VersionScope): string =>
  typeof scope === 'string' ? scope : `province ${scope.province}`;

/** How a version is opened, in this order: nothing may be written, fetched, spilled or changed any more. */
const settingsFor = (scope: VersionScope) => ({
  access_mode: 'READ_ONLY',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  // Of provinces many may be open at once, and each is small.
  threads: typeof scope === 'string' ? '2' : '1',
  memory_limit: typeof scope === 'string' ? '1GB' : '256MB',
  temp_directory: '',
  enable_external_access: 'false',
  lock_configuration: 'true',
});

const connectionsPerVersion = 2;

const queries = new Map(sqlFiles('queries').map(({name, sql}) => [name, sql]));

/** A published version, open for reading: its nights, and answers to the queries of `sql/queries`. */
export class OpenVersion {
  readonly current: Current;
  /** Every night it knows, oldest first. */
  readonly nights: readonly string[];
  readonly #tables: ReadonlySet<string>;
  readonly #instance: DuckDBInstance;
  readonly #connections: Connections;

  private constructor(
    current: Current,
    {nights, tables}: {nights: readonly string[]; tables: ReadonlySet<string>},
    instance: DuckDBInstance,
    connections: Connections,
  ) {
    this.current = current;
    this.nights = nights;
    this.#tables = tables;
    this.#instance = instance;
    this.#connections = connections;
  }

  /** Opens the version that `current` names, as far as a scope sees, once it is sure to be that version. */
  static async open(
    folder: DataFolder,
    current: Current,
    scope: VersionScope = 'no_parties',
  ): Promise<OpenVersion> {
    const path = join(folder.root, scope === 'all' ? current.file : scopeFile(current.version, scope));
    const inside = relative(folder.root, path);
    if (inside.startsWith('..') || isAbsolute(inside)) {
      throw new Error(`Tệp ${current.file} nằm ngoài thư mục dữ liệu.`);
    }
    const instance = await DuckDBInstance.create(path, settingsFor(scope));
    try {
      const connections = await Connections.open(instance, connectionsPerVersion);
      try {
        const contents = await connections.lend(async (connection) => {
          const [built] = await recordsOf<{night: string; version: string}>(connection, sqlOf('night_built'));
          if (built?.version !== current.version || built.night !== current.night) {
            throw new Error(
              `Tệp ${current.file} chứa phiên bản ${built?.version} của đêm ${built?.night}, không phải ${current.version} của đêm ${current.night}.`,
            );
          }
          const nights = await recordsOf<{night: string}>(connection, sqlOf('nights'));
          const tables = await recordsOf<{table_name: string}>(connection, sqlOf('tables'));
          return {
            nights: nights.map(({night}) => night),
            tables: new Set(tables.map(({table_name}) => table_name)),
          };
        });
        return new OpenVersion(current, contents, instance, connections);
      } catch (error) {
        connections.closeSync();
        throw error;
      }
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Whether it has a table; one built by an older release may not. */
  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /** The rows of `sql/queries/<name>.sql`. */
  rows<Row>(name: string, params: Record<string, DuckDBValue> = {}): Promise<Row[]> {
    return this.#connections.lend((connection) => recordsOf<Row>(connection, sqlOf(name), params));
  }

  /** Whether no query is running: closing under one would bring the process down. */
  get isIdle(): boolean {
    return this.#connections.isIdle;
  }

  whenIdle(): Promise<void> {
    return this.#connections.whenIdle();
  }

  /** Stops what is running; its answers fail. */
  interrupt(): void {
    this.#connections.interrupt();
  }

  /** The connections first: an instance closed before them keeps the file. */
  closeSync(): void {
    this.#connections.closeSync();
    this.#instance.closeSync();
  }
}

function sqlOf(name: string): string {
  const sql = queries.get(name);
  if (sql === undefined) throw new Error(`There is no sql/queries/${name}.sql`);
  return sql;
}
