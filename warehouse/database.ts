import {DuckDBInstance, type DuckDBConnection, type DuckDBValue} from '@duckdb/node-api';

/** Settings of a DuckDB instance; they apply in the order given. */
export type Settings = Readonly<Record<string, string>>;

/** Opens a database, lends one connection to it, and closes both whatever happens. */
export const withDatabase = <T>(
  path: string,
  settings: Settings,
  work: (db: DuckDBConnection) => Promise<T>,
): Promise<T> => withConnections(path, settings, 1, ([db]) => work(db!));

/**
 * Opens a database, lends so many connections to it, and closes all whatever happens.
 * Extensions are never fetched: one that is missing must fail at once.
 */
export async function withConnections<T>(
  path: string,
  settings: Settings,
  count: number,
  work: (connections: readonly DuckDBConnection[]) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...settings,
  });
  const connections: DuckDBConnection[] = [];
  try {
    for (let n = 0; n < count; n++) connections.push(await instance.connect());
    return await work(connections);
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  }
}

/** The rows of a query, each an array of DuckDB's own values in the order selected. */
export async function rowsOf(
  db: DuckDBConnection,
  sql: string,
  params?: Record<string, DuckDBValue>,
): Promise<DuckDBValue[][]> {
  return (await db.runAndReadAll(sql, params)).getRows();
}

/** The rows of a query as plain JSON objects: counts as numbers, dates and moments as text. */
export async function recordsOf<T>(
  db: DuckDBConnection,
  sql: string,
  params?: Record<string, DuckDBValue>,
): Promise<T[]> {
  const reader = await db.runAndReadAll(sql, params);
  const names = reader.columnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(row.map((value, i) => [names[i], plain(value)])) as T);
}

/** A name as an SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A text as an SQL literal. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * DuckDB's integers arrive as bigint, its dates as objects: what JSON knows instead.
 * A sum of money past 2^53 keeps fifteen digits, as any reader of JSON would see it.
 */
function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray((value as {items?: unknown}).items)) {
    return (value as unknown as {items: DuckDBValue[]}).items.map(plain);
  }
  return String(value);
}
