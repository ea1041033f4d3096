import {mkdirSync, rmSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {buildNight, seal, type NightInputs} from './build.ts';
import {checkNight} from './check.ts';
import {readContract, type ContractTable} from './contract.ts';
import {readCurrent, type Current} from './current.ts';
import {rowsOf, withDatabase, type Settings} from './database.ts';
import {findDeliveries, readReceipts} from './deliveries.ts';
import {describeVersion} from './describe.ts';
import {dueNights, fingerprintOf} from './due-nights.ts';
import {BrokenNight, RefusedDelivery, type Failure} from './errors.ts';
import {dataFolder, type DataFolder} from './folders.ts';
import {landDelivery, sweep} from './land.ts';
import {withLock} from './lock.ts';
import {metrics} from './metrics.ts';
import {publishVersion, putInForce} from './publish.ts';
import type {Receipt} from './receipts.ts';
import {recordNight} from './record.ts';
import type {Reporter, Step} from './report.ts';

/** What came of one call of the night; everything in it is also what `--json` prints. */
export interface NightlyOutcome {
  landed: Receipt[];
  refused: {delivery: string; reasons: readonly string[]}[];
  incomplete: readonly string[];
  published: PublishedNight[];
  broken: {night: string; failures: readonly Failure[]}[];
  current: Current | undefined;
}

/** One night as it was published. */
export interface PublishedNight {
  night: string;
  version: string;
  rows: number;
  quarantined: number;
  checks: number;
  metrics: number;
  steps: Step[];
}

/** Lands every complete delivery that is new, and counts and publishes each night that is due, oldest first. */
export async function runNightly(
  where: {landing: string; data: string; date?: string | undefined},
  reporter: Reporter,
): Promise<NightlyOutcome> {
  const folder = dataFolder(where.data);
  return withLock(folder, async () => {
    rmSync(folder.scratch, {recursive: true, force: true});
    for (const path of [folder.scratch, folder.versions]) mkdirSync(path, {recursive: true});
    await sweep(folder);
    const contract = await withDatabase(':memory:', {}, readContract);
    const outcome: NightlyOutcome = {
      ...(await landAll(where, contract, folder, reporter)),
      published: [],
      broken: [],
      current: undefined,
    };
    let before = readCurrent(folder);
    for (const inputs of dueNights(readReceipts(folder), await countedNights(before, folder))) {
      try {
        const {night, current} = await publishNight(inputs, before, contract, folder, reporter);
        outcome.published.push(night);
        before = current;
      } catch (error) {
        if (!(error instanceof BrokenNight)) throw error;
        outcome.broken.push({night: error.night, failures: error.failures});
        reporter.fail(error.message);
      }
    }
    reporter.end();
    outcome.current = readCurrent(folder);
    return outcome;
  });
}

/** One night, start to finish. Nobody sees it before the last line; a broken one is never seen. */
async function publishNight(
  inputs: NightInputs,
  before: Current | undefined,
  contract: readonly ContractTable[],
  folder: DataFolder,
  reporter: Reporter,
): Promise<{night: PublishedNight; current: Current}> {
  const {night} = inputs;
  const version = `${night}-${randomBytes(4).toString('hex')}`;
  const candidate = join(folder.scratch, `${version}.duckdb`);
  const begun = reporter.steps().length;
  try {
    const checks = await withDatabase(candidate, buildSettings(folder), async (db) => {
      reporter.begin(`Đêm ${night}: dựng các bảng`);
      await buildNight(inputs, folder.root, contract, db, ({layer, name}, done) =>
        reporter.progress(done, `${layer}.${name}`),
      );
      reporter.begin(`Đêm ${night}: ghi lịch sử chỉ tiêu`);
      await recordNight(
        {night, inputs: fingerprintOf(inputs), before: before && join(folder.root, before.file)},
        db,
      );
      reporter.begin(`Đêm ${night}: kiểm tra`);
      const passed = await checkNight(night, db);
      reporter.begin(`Đêm ${night}: công bố`);
      await describeVersion(db);
      await seal(db);
      await db.run('update meta.night set version = $version', {version});
      await writeSteps(reporter.steps().slice(begun), db);
      await db.run('checkpoint');
      return passed;
    });
    const current = await publishVersion(
      candidate,
      {version, night, demo: inputs.receipts.some((receipt) => receipt.demo)},
      folder,
    );
    // A corrected night of the past does not take readers back: the last of the nights that follow it does.
    const inForce = readCurrent(folder);
    if (!inForce || night >= inForce.night) putInForce(current, folder);
    reporter.end();
    return {
      night: {
        night,
        version,
        rows: sumOf(inputs, (table) => table.loaded),
        quarantined: sumOf(inputs, (table) => table.quarantined),
        checks,
        metrics: Object.keys(metrics).length,
        steps: reporter.steps().slice(begun),
      },
      current,
    };
  } finally {
    for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
  }
}

/** Lands each delivery apart, so that one bad program does not hurt the others. */
async function landAll(
  {landing, date}: {landing: string; date?: string | undefined},
  contract: readonly ContractTable[],
  folder: DataFolder,
  reporter: Reporter,
): Promise<Pick<NightlyOutcome, 'landed' | 'refused' | 'incomplete'>> {
  const {complete, refused, incomplete} = findDeliveries(landing, date === undefined ? {} : {date});
  const outcome = {
    landed: [] as Receipt[],
    refused: refused.map(({delivery, reasons}) => ({delivery, reasons})),
    incomplete,
  };
  for (const {delivery, reasons} of outcome.refused) reporter.fail(refusalLine(delivery, reasons));
  await withDatabase(':memory:', buildSettings(folder), async (db) => {
    for (const [position, delivery] of complete.entries()) {
      const name = `${delivery.businessDate}/${delivery.program}`;
      reporter.begin(`Nạp bản giao ${name}`);
      reporter.progress(position / complete.length, name);
      try {
        const {outcome: landing_, receipt} = await landDelivery(delivery, contract, folder, db);
        if (landing_ === 'landed') outcome.landed.push(receipt);
      } catch (error) {
        if (!(error instanceof RefusedDelivery)) throw error;
        outcome.refused.push({delivery: name, reasons: error.reasons});
        reporter.fail(refusalLine(name, error.reasons));
      }
    }
    reporter.end();
  });
  return outcome;
}

const refusalLine = (delivery: string, reasons: readonly string[]) =>
  [
    `✗ Bản giao ${delivery} bị từ chối, không nạp dòng nào:`,
    ...reasons.map((reason) => `  - ${reason}`),
  ].join('\n');

/** The nights a version's history holds, each with the inputs it was counted from. */
async function countedNights(current: Current | undefined, folder: DataFolder): Promise<Map<string, string>> {
  if (!current) return new Map();
  return withDatabase(join(folder.root, current.file), {access_mode: 'READ_ONLY'}, async (db) => {
    const rows = await rowsOf(db, 'select night::varchar, inputs from history.nights');
    return new Map(rows as [string, string][]);
  });
}

async function writeSteps(steps: readonly Step[], db: DuckDBConnection): Promise<void> {
  await db.run(
    `create table meta.steps as
     select unnest(from_json($steps::json, '[{"step": "varchar", "seconds": "double"}]'), recursive := true)`,
    {steps: JSON.stringify(steps)},
  );
}

const buildSettings = (folder: DataFolder): Settings => ({
  temp_directory: join(folder.scratch, 'spill'),
  memory_limit: '1GB',
  preserve_insertion_order: 'true',
});

const sumOf = ({receipts}: NightInputs, count: (table: Receipt['tables'][number]) => number) =>
  receipts.flatMap((receipt) => receipt.tables).reduce((sum, table) => sum + count(table), 0);
