import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from '../contract.ts';
import {identifier, literal, recordsOf} from '../database.ts';
import type {Delivery, DeliveryFile} from './deliveries.ts';
import {findDrift} from './drift.ts';
import {writeQuarantine} from './quarantine.ts';
import {readDelivered, type DeliveredTable} from './read-delivered.ts';
import {UnreadableFile} from './read-records.ts';
import type {LandedTable, Receipt} from './receipts.ts';
import {verifyFile, type VerifiedFile} from './verify.ts';

/** Told while a delivery lands: a file was verified, or its table was read and made ready. */
export interface LandingProgress {
  step: 'verified' | 'read';
  table: string;
  bytes: number;
  rows: number;
}

/** A table ready to land: what its receipt will say, and where its files are until then. */
export interface ReadyTable {
  landed: Omit<LandedTable, 'lakeFile' | 'quarantineFile'>;
  lakePath: string;
  quarantinePath: string | undefined;
}

/** A table before it was laid beside the one that landed before. */
type TypedTable = Omit<ReadyTable, 'landed'> & {landed: Omit<ReadyTable['landed'], 'drift'>};

/** What came of reading one file: a table ready to land, or the sentence that says why there is none. */
export type PreparedFile = {file: DeliveryFile} & ({ready: ReadyTable} | {refusal: string});

/** What preparing needs besides the delivery. */
export interface Preparation {
  contract: readonly ContractTable[];
  /** A folder of its own, in which everything is left. */
  scratch: string;
  db: DuckDBConnection;
  /** What landed of the program before, to see what has drifted since. */
  before: Receipt | undefined;
  onProgress?: (progress: LandingProgress) => void;
}

/**
 * Verifies every file of a delivery and types its rows by the contract; each file is looked at, whatever is wrong
 * with the others. Nothing outside `scratch` is touched.
 */
export async function prepareFiles(delivery: Delivery, preparation: Preparation): Promise<PreparedFile[]> {
  const {contract, scratch, db, before, onProgress = () => {}} = preparation;
  // Lines and the first of a key are counted in the order of the file.
  await db.run('set preserve_insertion_order = true');
  // Files are hashed and unpacked beside one another; DuckDB reads them one at a time, as they are done.
  let turn: Promise<unknown> = Promise.resolve();
  const reading = await Promise.allSettled(
    delivery.files.map(async (file) => {
      const table = contract.find(({name}) => name === file.table)!;
      const verified = await verifyFile(delivery, file, scratch, table);
      onProgress({step: 'verified', table: file.table, bytes: file.bytes, rows: file.rows});
      const ready = turn.then(() => readTable(verified, table, scratch, db));
      turn = ready.catch(() => {});
      const {landed, ...rest} = await ready;
      onProgress({step: 'read', table: file.table, bytes: file.bytes, rows: file.rows});
      const landedBefore = before?.tables.find((one) => one.table === file.table);
      return {...rest, landed: {...landed, drift: findDrift(table, landed.columns, landedBefore)}};
    }),
  );
  return reading.map((result, i): PreparedFile => {
    const file = delivery.files[i]!;
    if (result.status === 'fulfilled') return {file, ready: result.value};
    if (!(result.reason instanceof UnreadableFile)) throw result.reason;
    return {file, refusal: `${file.path}: ${result.reason.message}`};
  });
}

async function readTable(
  verified: VerifiedFile,
  table: ContractTable,
  scratch: string,
  db: DuckDBConnection,
): Promise<TypedTable> {
  const delivered = await readDelivered(verified, table, db);
  try {
    return (
      (await readClean(delivered, table, scratch, db)) ?? (await readRows(delivered, table, scratch, db))
    );
  } catch (error) {
    if (verified.kind === 'parquet' && UNREADABLE_PARQUET.test((error as Error).message)) {
      throw new UnreadableFile('không đọc được tệp Parquet (tệp hỏng hoặc sai mã); hãy xuất lại tệp.', {
        cause: error,
      });
    }
    throw error;
  } finally {
    await db.run('drop table if exists temp.delivered');
  }
}

/**
 * Lands a file with nothing to report in one look, and gives up at the first thing there is to report.
 * A Parquet file that is just what the contract wants lands as it is, which is cheaper than writing it anew.
 */
async function readClean(
  delivered: DeliveredTable,
  table: ContractTable,
  scratch: string,
  db: DuckDBConnection,
): Promise<TypedTable | undefined> {
  const {verified, missingColumns, asContracted} = delivered;
  if (missingColumns.length > 0 || (verified.kind === 'csv' && verified.brokenPath)) return undefined;
  const isReady = verified.kind === 'parquet' && asContracted;
  const lakePath = isReady ? verified.path : lakePathIn(scratch, table);
  const rows = isReady ? await countClean(delivered, db) : await copyClean(delivered, table, lakePath, db);
  if (rows === undefined) return undefined;
  requireRows(verified, rows);
  const repeated = await recordsOf(
    db,
    `${repeatedKeys(table, `read_parquet(${literal(lakePath)}, hive_partitioning = false)`)} limit 1`,
  );
  if (repeated.length > 0) return undefined;
  return {
    landed: {
      ...receiptOf(delivered),
      rows,
      loaded: rows,
      quarantined: 0,
      nulledValues: 0,
      normalisedTexts: 0,
    },
    lakePath,
    quarantinePath: undefined,
  };
}

async function countClean({sql}: DeliveredTable, db: DuckDBConnection): Promise<number | undefined> {
  const [seen] = await recordsOf<{rows: number; touched: number}>(
    db,
    `select count(*) as rows, count(*) filter (${TOUCHED}) as touched from (${sql})`,
  );
  return seen!.touched === 0 ? seen!.rows : undefined;
}

async function copyClean(
  {sql}: DeliveredTable,
  table: ContractTable,
  path: string,
  db: DuckDBConnection,
): Promise<number | undefined> {
  const clean = `from (${sql}) where case when ${TOUCHED} then error('${NOT_CLEAN}') else true end`;
  try {
    return await copyToLake(table, clean, path, db);
  } catch (error) {
    if ((error as Error).message.includes(NOT_CLEAN)) return undefined;
    throw error;
  }
}

async function copyToLake(
  table: ContractTable,
  from: string,
  path: string,
  db: DuckDBConnection,
): Promise<number> {
  const columns = table.columns.map(({name}) => identifier(name)).join(', ');
  const copied = await recordsOf<{Count: number}>(
    db,
    `copy (select ${columns} ${from}) to ${literal(path)} (format parquet, compression zstd)`,
  );
  return copied[0]!.Count;
}

/** Lands the usable rows of a file, and says of each other row and value why it is not among them. */
async function readRows(
  delivered: DeliveredTable,
  table: ContractTable,
  scratch: string,
  db: DuckDBConnection,
): Promise<TypedTable> {
  const {verified, sql, missingColumns} = delivered;
  await db.run(
    `create temp table delivered as select *, false as repeated, unusable as kept_out from (${sql})`,
  );
  await markRepeated(table, db);
  const [seen] = await recordsOf<{rows: number; problems: number; normalised: number | null}>(
    db,
    `select
        count(*) as rows,
        count(*) filter (problems is not null or repeated) as problems,
        sum(normalised) as normalised,
     from temp.delivered`,
  );
  const rows = requireRows(verified, seen!.rows);

  const lakePath = lakePathIn(scratch, table);
  const loaded = await copyToLake(table, 'from temp.delivered where not kept_out', lakePath, db);

  const hasBroken = verified.kind === 'csv' && verified.brokenPath !== undefined;
  const isQuarantined = seen!.problems > 0 || hasBroken || missingColumns.length > 0;
  const quarantinePath = isQuarantined ? join(scratch, `${table.name}.quarantine.parquet`) : undefined;
  const quarantined = quarantinePath
    ? await writeQuarantine(delivered, table, quarantinePath, db)
    : {rows: 0, values: 0};
  if (loaded + quarantined.rows !== rows) {
    throw new Error(
      `${verified.file.path}: ${loaded} rows loaded and ${quarantined.rows} quarantined are not the ${rows} of the file.`,
    );
  }
  return {
    landed: {
      ...receiptOf(delivered),
      rows,
      loaded,
      quarantined: quarantined.rows,
      nulledValues: quarantined.values,
      normalisedTexts: seen!.normalised ?? 0,
    },
    lakePath,
    quarantinePath,
  };
}

/** Of the usable rows with the same key, the first in the file stays. */
async function markRepeated(table: ContractTable, db: DuckDBConnection): Promise<void> {
  const key = table.key.map(identifier).join(', ');
  await db.run(
    `create or replace temp table repeated_keys as ${repeatedKeys(table, 'temp.delivered where not unusable')}`,
  );
  await db.run(
    `update temp.delivered set repeated = true, kept_out = true
     where rowid in (
         select row
         from (
             select delivered.rowid as row, row_number() over (partition by ${key} order by delivered.rowid) as place,
             from temp.delivered
             semi join temp.repeated_keys using (${key})
             where not unusable
         )
         where place > 1
     )`,
  );
  await db.run('drop table temp.repeated_keys');
}

function repeatedKeys({key}: ContractTable, rows: string): string {
  const columns = key.map(identifier).join(', ');
  return `select ${columns} from ${rows} group by ${columns} having count(*) > 1`;
}

/** The rows of the file, broken records with them, given the rows that DuckDB could read. */
function requireRows(verified: VerifiedFile, read: number): number {
  const {file} = verified;
  if (verified.kind === 'csv' && read !== verified.clean) {
    throw new Error(`${file.path}: ${verified.clean} records were cut but ${read} rows were read.`);
  }
  const rows = verified.kind === 'csv' ? verified.total : read;
  if (rows === file.rows) return rows;
  throw new UnreadableFile(
    `đọc được ${shown(rows)} dòng dữ liệu nhưng datapackage.json khai ${shown(file.rows)}; ` +
      'hãy kiểm tra lại tệp (thiếu dòng, hoặc ngoặc kép mở mà không đóng) và giao lại.',
  );
}

function receiptOf({verified: {file}, columns}: DeliveredTable) {
  return {table: file.table, file: file.path, bytes: file.bytes, hash: file.hash, columns};
}

/** DuckDB's words for a file it cannot make sense of, and not for being out of memory or of disk. */
const UNREADABLE_PARQUET = /^(Invalid Input|Invalid|Conversion|Serialization|Not implemented) Error/;

/** There is something to report about the row. */
const TOUCHED = 'problems is not null or normalised > 0 or emptied > 0';
const NOT_CLEAN = 'a row is not clean';

const lakePathIn = (scratch: string, {name}: ContractTable) => join(scratch, `${name}.lake.parquet`);

const shown = (count: number) => count.toLocaleString('vi-VN');
