import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {DuckDBConnection} from '@duckdb/node-api';
import {readContract, type ContractTable} from '../warehouse/contract.ts';
import {literal, recordsOf, withDatabase} from '../warehouse/database.ts';
import {findDeliveries} from '../warehouse/landing/deliveries.ts';
import {dataFolder, type DataFolder} from '../warehouse/folders.ts';
import {landDelivery, type Landing} from '../warehouse/landing/land.ts';

/** A row as a test writes it; what is left out of some rows is empty there. */
export type DeliveredRow = Readonly<Record<string, string | number | boolean | null>>;

/** A file as the programs would deliver it. */
export interface TestFile {
  name: string;
  path: string;
  format: 'csv' | 'csv.gz' | 'parquet' | 'xlsx';
  encoding?: string;
  content: Uint8Array;
  rows: number;
}

/** A resource of `datapackage.json`, open to any falsehood. */
export type Resource = Record<string, unknown>;

/** Files as a test describes them: each table its rows, or a file made by hand. */
export type TestTables = Readonly<Record<string, readonly DeliveredRow[] | TestFile>>;

/**
 * Writes `landing/<date>/<program>/` with a `datapackage.json` that is true, unless `falsify` says otherwise.
 * Gives back the folder of the delivery.
 */
export function writeDelivery(
  landing: string,
  {
    date = '2026-03-31',
    program,
    sequence = 1,
    tables,
    falsify = (datapackage) => datapackage,
  }: {
    date?: string;
    program: string;
    sequence?: number;
    tables: TestTables;
    falsify?: (datapackage: Record<string, unknown> & {resources: Resource[]}) => unknown;
  },
): string {
  const folder = join(landing, date, program);
  mkdirSync(folder, {recursive: true});
  const files = Object.entries(tables).map(([name, table]) =>
    'content' in table && table.content instanceof Uint8Array
      ? table
      : csvFile(name, table as readonly DeliveredRow[]),
  );
  for (const {path, content} of files) writeFileSync(join(folder, path), content);
  const datapackage = falsify({
    'thads:program': program,
    'thads:businessDate': date,
    'thads:sequence': sequence,
    created: `${date}T23:30:00+07:00`,
    resources: files.map(({name, path, format, encoding = 'utf-8', content, rows}) => ({
      name,
      path,
      format,
      encoding,
      bytes: content.length,
      hash: sha256(content),
      'thads:rows': rows,
    })),
  });
  writeFileSync(
    join(folder, 'datapackage.json'),
    typeof datapackage === 'string' ? datapackage : JSON.stringify(datapackage, null, 2),
  );
  return folder;
}

/** Rows as a CSV file; the columns are those of the rows, in the order they are first named. */
export function csvFile(
  name: string,
  rows: readonly DeliveredRow[],
  {lineEnd = '\n', gzip = false}: {lineEnd?: '\n' | '\r\n'; gzip?: boolean} = {},
): TestFile {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const text = lines.map((line) => line.map((value) => field(String(value))).join(',') + lineEnd).join('');
  return rawFile(name, text, rows.length, gzip ? 'csv.gz' : 'csv');
}

/** A CSV file of just these bytes. */
export function rawFile(
  name: string,
  content: string | Uint8Array,
  rows: number,
  format: 'csv' | 'csv.gz' = 'csv',
): TestFile {
  const bytes = Buffer.from(content as string);
  return {
    name,
    path: `${name}.${format}`,
    format,
    content: format === 'csv.gz' ? gzipSync(bytes) : bytes,
    rows,
  };
}

/** What a select gives, as a Parquet file; `scratch` is a folder of the test. */
export async function parquetFile(
  name: string,
  select: string,
  scratch: string,
  db: DuckDBConnection,
): Promise<TestFile> {
  const path = join(scratch, `${name}.made.parquet`);
  const reader = await db.runAndReadAll(`copy (${select}) to ${literal(path)} (format parquet)`);
  return {
    name,
    path: `${name}.parquet`,
    format: 'parquet',
    content: readFileSync(path),
    rows: Number(reader.getRows()[0]![0]),
  };
}

export const sha256 = (content: Uint8Array) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A place to land deliveries in: a landing folder, a data folder and a database with the contract, all real. */
export interface LandingGround {
  landing: string;
  scratch: string;
  folder: DataFolder;
  contract: readonly ContractTable[];
  db: DuckDBConnection;
  /** Writes a delivery, finds it, and lands it; throws `RefusedDelivery` from wherever it is refused. */
  deliver: (delivery: Parameters<typeof writeDelivery>[1]) => Promise<Landing>;
  /** Rows of a table in the lake, as JSON has them, in the order of the file. */
  lake: (table: string, columns?: string) => Promise<Record<string, unknown>[]>;
  /** What is in quarantine of a table, in the order of lines. */
  quarantine: (table: string) => Promise<Record<string, unknown>[]>;
}

/** Lends a landing ground to a test, and removes it whatever happens. */
export async function onLandingGround<T>(test: (ground: LandingGround) => Promise<T> | T): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'thads-'));
  try {
    return await withDatabase(':memory:', {threads: '2'}, async (db) => {
      const contract = await readContract(db);
      const folder = dataFolder(join(root, 'data'));
      const landing = join(root, 'landing');
      const read = (path: string, what: string) =>
        recordsOf<Record<string, unknown>>(
          db,
          `select ${what} from read_parquet(${literal(path)}, hive_partitioning = false)`,
        );
      const filesOf = (layer: string, table: string) =>
        existsSync(join(layer, table))
          ? readdirSync(join(layer, table), {recursive: true, withFileTypes: true})
              .filter((entry) => entry.isFile())
              .map((entry) => join(entry.parentPath, entry.name))
              .sort()
          : [];
      const rowsOf = async (layer: string, table: string, what: string) =>
        (await Promise.all(filesOf(layer, table).map((path) => read(path, what)))).flat();
      return test({
        landing,
        scratch: root,
        folder,
        contract,
        db,
        deliver: async (delivery) => {
          const written = writeDelivery(landing, delivery);
          const found = findDeliveries(landing);
          const mine = found.complete.find((one) => one.folder === written);
          if (!mine) throw found.refused[0] ?? new Error(`${written} was not found`);
          return landDelivery(mine, contract, folder, db);
        },
        lake: (table, columns = '*') => rowsOf(folder.lake, table, columns),
        quarantine: (table) => rowsOf(folder.quarantine, table, 'line, column_name, value, reason, kept_row'),
      });
    });
  } finally {
    await rm(root, {recursive: true, force: true});
  }
}

/** The files below a folder, relative to it, in order; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
