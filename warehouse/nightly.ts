import {mkdirSync, rmSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {buildNight, seal, type NightInputs} from './build.ts';
import {checkNight} from './check.ts';
import {readContract, type ContractTable} from './contract.ts';
import {recordChanges} from './changes.ts';
import {readCurrent, type Current} from './current.ts';
import {withDatabase, type Settings} from './database.ts';
import {findDeliveries, readReceipts, receiptsInForce} from './deliveries.ts';
import {describeVersion} from './describe.ts';
import {fingerprintOf, inputsOf, planNights} from './due-nights.ts';
import {lookBack, stopLookingBack} from './earlier.ts';
import {BrokenNight, RefusedDelivery, type Failure} from './errors.ts';
import {dataFolder, type DataFolder} from './folders.ts';
import {landDelivery, sweep} from './land.ts';
import {withLock} from './lock.ts';
import {metrics} from './metrics.ts';
import {guardNight} from './guards.ts';
import {publishVersion} from './publish.ts';
import type {Receipt} from './receipts.ts';
import {recordNight} from './record.ts';
import type {Reporter, Step} from './report.ts';
import {
  putInForce,
  readVersions,
  retireVersions,
  sweepVersions,
  type HoldReason,
  type Manifest,
} from './versions.ts';

/** What came of one call of the night; everything in it is also what `--json` prints. */
export interface NightlyOutcome {
  landed: Receipt[];
  refused: {delivery: string; reasons: readonly string[]}[];
  incomplete: readonly string[];
  published: PublishedNight[];
  held: {night: string; version: string; reasons: readonly HoldReason[]}[];
  broken: {night: string; failures: readonly Failure[]}[];
  /** Versions that nobody needs any more and that were removed. */
  retired: string[];
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

/**
 * Lands every complete delivery that is new, and counts and publishes each night that is due, oldest first.
 * `fromScratch` counts every night of the lake again.
 */
export async function runNightly(
  where: {landing?: string; data: string; date?: string | undefined; fromScratch?: boolean},
  reporter: Reporter,
): Promise<NightlyOutcome> {
  const folder = dataFolder(where.data);
  return withLock(folder, async () => {
    rmSync(folder.scratch, {recursive: true, force: true});
    for (const path of [folder.scratch, folder.versions]) mkdirSync(path, {recursive: true});
    await sweep(folder);
    sweepVersions(folder);
    const contract = await withDatabase(':memory:', {}, readContract);
    const outcome: NightlyOutcome = {
      landed: [],
      refused: [],
      incomplete: [],
      ...(where.landing
        ? await landAll({landing: where.landing, date: where.date}, contract, folder, reporter)
        : {}),
      published: [],
      held: [],
      broken: [],
      retired: [],
      current: undefined,
    };
    const receipts = receiptsInForce(readReceipts(folder));
    const plan = planNights(receipts, where.fromScratch ? [] : readVersions(folder));
    let base = plan.base;
    for (const inputs of plan.nights) {
      const before = base && inputsOf(base.night, receipts);
      try {
        const {night, manifest} = await countNight(inputs, {base, before}, contract, folder, reporter);
        if (manifest.held_for.length > 0) {
          outcome.held.push({night: night.night, version: night.version, reasons: manifest.held_for});
          reporter.fail(holdLine(manifest));
          continue;
        }
        letOut(manifest, folder);
        outcome.published.push(night);
        base = manifest;
      } catch (error) {
        if (!(error instanceof BrokenNight)) throw error;
        outcome.broken.push({night: error.night, failures: error.failures});
        reporter.fail(error.message);
      }
    }
    reporter.end();
    outcome.current = readCurrent(folder);
    outcome.retired = retireVersions(folder, outcome.current?.version);
    return outcome;
  });
}

/** A corrected night of the past does not take readers back: the last of the nights that follow it does. */
function letOut(manifest: Manifest, folder: DataFolder): void {
  const inForce = readCurrent(folder);
  if (!inForce || manifest.night >= inForce.night) putInForce(manifest, folder);
}

/** One night, start to finish; what comes back is a version, which readers do not see yet. */
async function countNight(
  inputs: NightInputs,
  {base, before}: {base: Manifest | undefined; before: NightInputs | undefined},
  contract: readonly ContractTable[],
  folder: DataFolder,
  reporter: Reporter,
): Promise<{night: PublishedNight; manifest: Manifest}> {
  const {night} = inputs;
  const version = `${night}-${randomBytes(4).toString('hex')}`;
  const candidate = join(folder.scratch, `${version}.duckdb`);
  const begun = reporter.steps().length;
  const counted = {...nightsBefore(night, base), [night]: fingerprintOf(inputs)};
  try {
    const {checks, held_for} = await withDatabase(candidate, buildSettings(folder), async (db) => {
      reporter.begin(`Đêm ${night}: dựng các bảng`);
      await lookBack(base && join(folder.root, base.file), db);
      await buildNight(inputs, folder.root, contract, db, ({layer, name}, done) =>
        reporter.progress(done, `${layer}.${name}`),
      );
      reporter.begin(`Đêm ${night}: so với đêm trước`);
      await recordChanges(inputs, before, contract, folder.root, db);
      reporter.begin(`Đêm ${night}: ghi lịch sử chỉ tiêu`);
      await recordNight({night, inputs: fingerprintOf(inputs)}, db);
      reporter.begin(`Đêm ${night}: kiểm tra`);
      const passed = await checkNight(night, db);
      const reasons = await guardNight(inputs, before, folder.root, db);
      reporter.begin(`Đêm ${night}: công bố`);
      await stopLookingBack(db);
      await seal(db);
      await describeVersion(db);
      await db.run('update meta.night set version = $version', {version});
      await writeSteps(reporter.steps().slice(begun), db);
      await db.run('checkpoint');
      return {checks: passed, held_for: reasons};
    });
    const manifest = await publishVersion(
      candidate,
      {version, night, counted, held_for, demo: inputs.receipts.some((receipt) => receipt.demo)},
      folder,
    );
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
      manifest,
    };
  } finally {
    for (const path of [candidate, `${candidate}.wal`]) rmSync(path, {force: true});
  }
}

const nightsBefore = (night: string, base: Manifest | undefined) =>
  Object.fromEntries(Object.entries(base?.counted ?? {}).filter(([one]) => one < night));

const holdLine = ({night, version, held_for}: Manifest) =>
  [
    `Đêm ${night} đã dựng (phiên bản ${version}) nhưng bị giữ lại, chưa công bố; xem xét rồi chạy lệnh release:`,
    ...held_for.map(({sentence}) => `  - ${sentence}`),
  ].join('\n');

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
