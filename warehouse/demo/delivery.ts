import {createHash} from 'node:crypto';
import {createReadStream, readFileSync} from 'node:fs';
import {mkdir, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from '../contract.ts';
import {identifier, literal} from '../database.ts';
import {sqlFolder} from '../models.ts';

/** How a table is written. */
export type Format = 'parquet' | 'csv' | 'csv.gz';

/** A file of a delivery, as its package describes it (1-extracts § 1.1). */
export interface Resource {
  name: string;
  path: string;
  format: string;
  encoding?: 'utf-8';
  bytes: number;
  hash: string;
  'thads:rows': number;
}

const copyOptions: Record<Format, string> = {
  parquet: 'format parquet, compression zstd, row_group_size 122880',
  csv: 'format csv, header true',
  'csv.gz': 'format csv, header true, compression gzip',
};

/** Sets what the selects of `tables/` look at: variables belong to a connection, the world does not. */
export async function turnTo(db: DuckDBConnection, night: string, seed: number): Promise<void> {
  await db.run(`
    set variable seed = ${literal(String(seed))};
    set variable reference_folder = ${literal(join(sqlFolder, 'reference'))};
    set variable night = date ${literal(night)};
    set variable cut_off = date ${literal(night)} + interval 1 day;
    set variable year_start = make_date((year(date ${literal(night)} + interval 3 month) - 1)::integer, 10, 1);
  `);
}

/** Writes one table of the night that `db` was turned to, in the columns, order and types of the contract. */
export async function writeTable(
  db: DuckDBConnection,
  folder: string,
  table: ContractTable,
  format: Format,
): Promise<Resource> {
  const path = `${table.name}.${format}`;
  const file = join(folder, path);
  const select = readFileSync(join(import.meta.dirname, 'tables', `${table.name}.sql`), 'utf8');
  const columns = table.columns.map(({name, type}) => {
    // Codes are text in a delivery; that they are an enumeration is our contract's business.
    const given = type.startsWith('ENUM') ? 'varchar' : type;
    return `${identifier(name)}::${given} as ${identifier(name)}`;
  });
  const copied = await db.run(
    `copy (select ${columns.join(', ')} from (${select})) to ${literal(file)} (${copyOptions[format]})`,
  );
  return {
    name: table.name,
    path,
    format: format === 'parquet' ? 'parquet' : 'csv',
    ...(format === 'parquet' ? {} : {encoding: 'utf-8' as const}),
    bytes: (await stat(file)).size,
    hash: `sha256:${await sha256(file)}`,
    'thads:rows': copied.rowsChanged,
  };
}

/** Starts a delivery: an earlier one of the same place is no longer complete, so that nobody reads half of each. */
export async function openDelivery(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
}

/** Completes a delivery: the package is written last and appears at once. */
export async function closeDelivery(
  folder: string,
  program: string,
  night: string,
  resources: readonly Resource[],
): Promise<void> {
  const written = new Date(`${night}T00:00:00Z`);
  written.setUTCDate(written.getUTCDate() + 1);
  const package_ = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${program}-${night}`,
    created: `${written.toISOString().slice(0, 10)}T01:00:00+07:00`,
    'thads:program': program,
    'thads:businessDate': night,
    'thads:sequence': 1,
    'thads:demo': true,
    resources,
  };
  const draft = join(folder, '.datapackage.json.draft');
  await writeFile(draft, `${JSON.stringify(package_, null, 2)}\n`);
  await rename(draft, join(folder, 'datapackage.json'));
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, {highWaterMark: 1 << 20}), hash);
  return hash.digest('hex');
}
