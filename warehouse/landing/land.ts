import {existsSync, readdirSync} from 'node:fs';
import {mkdir, mkdtemp, open, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from '../contract.ts';
import type {Delivery, DeliveryFile} from './deliveries.ts';
import {RefusedDelivery} from '../errors.ts';
import type {DataFolder} from '../folders.ts';
import {vietnamMoment} from '../moments.ts';
import {prepareFiles, type LandingProgress, type ReadyTable} from './prepare.ts';
import {findReceiptBefore, readReceipts, receiptsInForce} from './read-receipts.ts';
import type {Receipt} from './receipts.ts';

/** What became of a delivery. A lower sequence than the one in force is `superseded`: nothing is done. */
export interface Landing {
  outcome: 'landed' | 'already landed' | 'superseded';
  /** The receipt in force for the delivery's date and program. */
  receipt: Receipt;
}

/**
 * What became of a delivery that was met before, given the receipts of its date at least; undefined when it is new.
 * Throws `RefusedDelivery` when other bytes came under a sequence that has landed.
 */
export function findLanding(delivery: Delivery, receipts: readonly Receipt[]): Landing | undefined {
  const {program, businessDate, sequence, files} = delivery;
  const own = receipts.filter(
    (receipt) => receipt.program === program && receipt.businessDate === businessDate,
  );
  const [inForce] = receiptsInForce(own);
  if (!inForce) return undefined;
  const same = own.find((receipt) => receipt.sequence === sequence);
  if (same && hashes(same.tables) !== hashes(files)) {
    throw new RefusedDelivery(nameOf(delivery), [
      `Lần giao số ${sequence} đã được nhận với nội dung khác; hãy giao bản sửa với thads:sequence ${inForce.sequence + 1}.`,
    ]);
  }
  if (sequence < inForce.sequence) return {outcome: 'superseded', receipt: inForce};
  return same && {outcome: 'already landed', receipt: same};
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
  onProgress?: (progress: LandingProgress) => void,
): Promise<Landing> {
  const known = findLanding(delivery, readReceipts(folder, delivery.businessDate));
  if (known) return known;

  await mkdir(landingScratch(folder), {recursive: true});
  const scratch = await mkdtemp(
    join(landingScratch(folder), `${delivery.businessDate}.${delivery.program}.`),
  );
  try {
    const before = findReceiptBefore(delivery, folder);
    const files = await prepareFiles(delivery, {
      contract,
      scratch,
      db,
      before,
      ...(onProgress && {onProgress}),
    });
    const refusals = files.flatMap((file) => ('refusal' in file ? [file.refusal] : []));
    if (refusals.length > 0) throw new RefusedDelivery(nameOf(delivery), refusals);
    const tables = files.flatMap((file) => ('ready' in file ? [file.ready] : []));
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
    landedAt: vietnamMoment(new Date()),
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

const landingScratch = (folder: DataFolder) => join(folder.scratch, 'landing');

const relativePath = (folder: DataFolder, path: string) => relative(folder.root, path).split(sep).join('/');

const nameOf = ({businessDate, program}: Delivery) => `${businessDate}/${program}`;

const hashes = (files: readonly Pick<DeliveryFile, 'table' | 'hash'>[]) =>
  files
    .map(({table, hash}) => `${table} ${hash}`)
    .sort()
    .join('\n');
