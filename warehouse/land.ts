import {existsSync, readdirSync} from 'node:fs';
import {mkdir, mkdtemp, open, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from './contract.ts';
import {identifier, literal, recordsOf} from './database.ts';
import {readReceipts, receiptsInForce, type Delivery, type DeliveryFile} from './deliveries.ts';
import {RefusedDelivery} from './errors.ts';
import type {DataFolder} from './folders.ts';
import {writeQuarantine} from './quarantine.ts';
import {readDelivered, type DeliveredTable} from './read-delivered.ts';
import {UnreadableFile} from './read-records.ts';
import type {LandedTable, Receipt} from './receipts.ts';
import {verifyFile, type VerifiedFile} from './verify.ts';

/** What became of a delivery. A lower sequence than the one in force is `superseded`: nothing is done. */
export interface Landing {
  outcome: 'landed' | 'already landed' | 'superseded';
  /** The receipt in force for the delivery's date and program. */
  receipt: Receipt;
}

/** Told while a delivery lands: a file was verified, or its table was read and made ready. */
export interface LandingProgress {
  step: 'verified' | 'read';
  table: string;
  bytes: number;
  rows: number;
}

/**
 * Lands one delivery whole or not at all: verifies its files, types their rows by the contract, keeps aside what
 * cannot be used, and puts the rest into the lake. Writing the receipt is what makes it landed.
 * Throws `RefusedDelivery` with every reason found.
 */
export async function landDelivery(
  delivery: Delivery,
  contract: readonly ContractTable[],
  folder: DataFolder,
  db: DuckDBConnection,
  onProgress: (progress: LandingProgress) => void = () => {},
): Promise<Landing> {
  const known = knownLanding(delivery, folder);
  if (known) return known;

  await mkdir(landingScratch(folder), {recursive: true});
  const scratch = await mkdtemp(
    join(landingScratch(folder), `${delivery.businessDate}.${delivery.program}.`),
  );
  try {
    const tables = await readTables(delivery, contract, scratch, db, onProgress);
    const receipt = await commit(delivery, tables, folder);
    await removeSuperseded(receipt, folder);
    return {outcome: 'landed', receipt};
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/**
 * Removes what a landing that was cut short left behind: its scratch, receipts half written, and files in lake
 * and quarantine that no receipt in force speaks of. Only while nothing is landing.
 */
export async function sweep(folder: DataFolder): Promise<void> {
  await rm(landingScratch(folder), {recursive: true, force: true});
  for (const path of filesUnder(folder.deliveries)) {
    if (path.endsWith(UNFINISHED)) await rm(path);
  }
  const spokenOf = new Set(
    receiptsInForce(readReceipts(folder)).flatMap((receipt) =>
      receipt.tables.flatMap(({lakeFile, quarantineFile}) => [lakeFile, quarantineFile]),
    ),
  );
  for (const path of [...filesUnder(folder.lake), ...filesUnder(folder.quarantine)]) {
    if (!spokenOf.has(relativePath(folder, path))) await rm(path);
  }
}

/** A table ready to land: what its receipt will say, and where its files are until then. */
interface ReadyTable {
  landed: Omit<LandedTable, 'lakeFile' | 'quarantineFile'>;
  lakePath: string;
  quarantinePath: string | undefined;
}

function knownLanding(delivery: Delivery, folder: DataFolder): Landing | undefined {
  const {program, businessDate, sequence, files} = delivery;
  const receipts = readReceipts(folder).filter(
    (receipt) => receipt.program === program && receipt.businessDate === businessDate,
  );
  const [inForce] = receiptsInForce(receipts);
  if (!inForce) return undefined;
  const same = receipts.find((receipt) => receipt.sequence === sequence);
  if (same && hashes(same.tables) !== hashes(files)) {
    throw new RefusedDelivery(nameOf(delivery), [
      `Lần giao số ${sequence} đã được nhận với nội dung khác; hãy giao bản sửa với thads:sequence ${inForce.sequence + 1}.`,
    ]);
  }
  if (sequence < inForce.sequence) return {outcome: 'superseded', receipt: inForce};
  return same && {outcome: 'already landed', receipt: same};
}

async function readTables(
  delivery: Delivery,
  contract: readonly ContractTable[],
  scratch: string,
  db: DuckDBConnection,
  onProgress: (progress: LandingProgress) => void,
): Promise<ReadyTable[]> {
  // Lines and the first of a key are counted in the order of the file.
  await db.run('set preserve_insertion_order = true');
  // Files are hashed and unpacked beside one another; DuckDB reads them one at a time, as they are done.
  let turn: Promise<unknown> = Promise.resolve();
  const reading = await Promise.allSettled(
    delivery.files.map(async (file) => {
      const table = contract.find(({name}) => name === file.table)!;
      const verified = await verifyFile(delivery, file, scratch, (name) => mayBlank(table, name));
      onProgress({step: 'verified', table: file.table, bytes: file.bytes, rows: file.rows});
      const ready = turn.then(() => readTable(verified, table, scratch, db));
      turn = ready.catch(() => {});
      await ready;
      onProgress({step: 'read', table: file.table, bytes: file.bytes, rows: file.rows});
      return ready;
    }),
  );
  const ready: ReadyTable[] = [];
  const reasons: string[] = [];
  for (const [i, result] of reading.entries()) {
    if (result.status === 'fulfilled') ready.push(result.value);
    else if (!(result.reason instanceof UnreadableFile)) throw result.reason;
    else reasons.push(`${delivery.files[i]!.path}: ${result.reason.message}`);
  }
  if (reasons.length > 0) throw new RefusedDelivery(nameOf(delivery), reasons);
  return ready;
}

/** Only a known column that may be NULL matters; what is in an unknown one is kept out in any case. */
function mayBlank({columns}: ContractTable, name: string): boolean {
  return !columns.some((column) => column.name === name && column.required);
}

async function readTable(
  verified: VerifiedFile,
  table: ContractTable,
  scratch: string,
  db: DuckDBConnection,
): Promise<ReadyTable> {
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
): Promise<ReadyTable | undefined> {
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
): Promise<ReadyTable> {
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

function receiptOf({verified: {file}, unknownColumns}: DeliveredTable) {
  return {table: file.table, file: file.path, bytes: file.bytes, hash: file.hash, unknownColumns};
}

/** Nothing is seen before the last rename: lake and quarantine files first, each on the disk, then the receipt. */
async function commit(
  delivery: Delivery,
  tables: readonly ReadyTable[],
  folder: DataFolder,
): Promise<Receipt> {
  const {program, businessDate, sequence, created, demo} = delivery;
  const placeIn = (layer: string, table: string) =>
    join(layer, table, `night=${businessDate}`, `${program}.${sequence}.parquet`);
  const moves = tables.flatMap(({landed: {table}, lakePath, quarantinePath}) => [
    {from: lakePath, to: placeIn(folder.lake, table)},
    ...(quarantinePath ? [{from: quarantinePath, to: placeIn(folder.quarantine, table)}] : []),
  ]);
  await Promise.all(moves.map(({from}) => syncToDisk(from)));
  for (const {from, to} of moves) {
    await makeFolder(dirname(to), folder.root);
    await rename(from, to);
  }
  await Promise.all(moves.map(({to}) => syncToDisk(dirname(to))));

  const receipt: Receipt = {
    program,
    businessDate,
    sequence,
    created,
    landedAt: new Date().toISOString(),
    demo,
    tables: tables.map(({landed, quarantinePath}) => ({
      ...landed,
      lakeFile: relativePath(folder, placeIn(folder.lake, landed.table)),
      ...(quarantinePath && {quarantineFile: relativePath(folder, placeIn(folder.quarantine, landed.table))}),
    })),
  };
  const path = join(folder.deliveries, businessDate, `${program}.${sequence}.json`);
  await makeFolder(dirname(path), folder.root);
  await writeFile(path + UNFINISHED, `${JSON.stringify(receipt, null, 2)}\n`);
  await syncToDisk(path + UNFINISHED);
  await rename(path + UNFINISHED, path);
  await syncToDisk(dirname(path));
  return receipt;
}

/** Whoever reads the lake goes by its file names alone, so only the sequence in force may be there. */
async function removeSuperseded(
  {program, businessDate, sequence}: Receipt,
  folder: DataFolder,
): Promise<void> {
  for (const layer of [folder.lake, folder.quarantine]) {
    for (const table of existsSync(layer) ? await readdir(layer) : []) {
      const night = join(layer, table, `night=${businessDate}`);
      for (const file of existsSync(night) ? await readdir(night) : []) {
        const [owner, number] = file.split('.');
        if (owner === program && Number(number) < sequence) await rm(join(night, file));
      }
    }
  }
}

/** Makes a folder and those above it, and has each remembered by the disk before anything is put in it. */
async function makeFolder(path: string, root: string): Promise<void> {
  const first = await mkdir(path, {recursive: true});
  if (first === undefined) return;
  for (let made = path; made.length >= first.length && made !== root; made = dirname(made)) {
    await syncToDisk(dirname(made));
  }
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

const UNFINISHED = '.unfinished';

/** DuckDB's words for a file it cannot make sense of, and not for being out of memory or of disk. */
const UNREADABLE_PARQUET = /^(Invalid Input|Invalid|Conversion|Serialization|Not implemented) Error/;

/** There is something to report about the row. */
const TOUCHED = 'problems is not null or normalised > 0 or emptied > 0';
const NOT_CLEAN = 'a row is not clean';

const lakePathIn = (scratch: string, {name}: ContractTable) => join(scratch, `${name}.lake.parquet`);

const landingScratch = (folder: DataFolder) => join(folder.scratch, 'landing');

const relativePath = (folder: DataFolder, path: string) => relative(folder.root, path).split(sep).join('/');

const nameOf = ({businessDate, program}: Delivery) => `${businessDate}/${program}`;

const hashes = (files: readonly Pick<DeliveryFile, 'table' | 'hash'>[]) =>
  files
    .map(({table, hash}) => `${table} ${hash}`)
    .sort()
    .join('\n');

const shown = (count: number) => count.toLocaleString('vi-VN');
