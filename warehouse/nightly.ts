import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {buildNight, seal, type NightInputs} from './build.ts';
import {checkNight} from './check.ts';
import {readContract, type ContractTable} from './contract.ts';
import {whyCountedAgain} from './counted-again.ts';
import {recordChanges} from './changes.ts';
import {readCurrent, type Current} from './current.ts';
import {withDatabase, type Settings} from './database.ts';
import {findDeliveries, type FoundDeliveries} from './landing/deliveries.ts';
import {readReceipts, receiptsInForce} from './landing/read-receipts.ts';
import {describeVersion} from './describe.ts';
import {fingerprintOf, inputsOf, planNights} from './due-nights.ts';
import {lookBack, stopLookingBack} from './earlier.ts';
import {BrokenNight, RefusedDelivery, type Failure} from './errors.ts';
import {dataFolder, type DataFolder} from './folders.ts';
import {withLandingChild} from './landing/land-in-child.ts';
import {findLanding, sweep} from './landing/land.ts';
import {withLock} from './lock.ts';
import {metrics} from './metrics.ts';
import {guardNight} from './guards.ts';
import {publishVersion} from './publish.ts';
import type {Receipt} from './landing/receipts.ts';
import {recordNight} from './record.ts';
import {referenceFolders} from './reference-folders.ts';
import type {Reporter, Step} from './report.ts';
import {ensureScopes} from './scopes.ts';
import {recordRun, type NightRecord} from './run-results.ts';
import {holdLine, refusalLine} from './summary.ts';
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
  /** Nights that were counted before and are counted again, each with the reason as a sentence. */
  counted_again: {night: string; reason: string}[];
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
  where: {
    landing?: string;
    data: string;
    date?: string | undefined;
    /** Only these deliveries, as `2026-03-31/to-chuc-tha`; all without it. */
    delivery?: readonly string[] | undefined;
    fromScratch?: boolean;
  },
  reporter: Reporter,
): Promise<NightlyOutcome> {
  const folder = dataFolder(where.data);
  return withLock(folder, async () => {
    rmSync(folder.scratch, {recursive: true, force: true});
    for (const path of [folder.scratch, folder.versions]) mkdirSync(path, {recursive: true});
    await sweep(folder);
    sweepVersions(folder, readCurrent(folder));
    const contract = await withDatabase(':memory:', {}, readContract);
    const outcome: NightlyOutcome = {
      landed: [],
      refused: [],
      incomplete: [],
      ...(where.landing ? await landAll({...where, landing: where.landing}, folder, reporter) : {}),
      published: [],
      held: [],
      broken: [],
      counted_again: [],
      retired: [],
      current: undefined,
    };
    const receipts = receiptsInForce(readReceipts(folder));
    const versions = readVersions(folder);
    const plan = planNights(receipts, where.fromScratch ? [] : versions);
    await letOutWhatWaits(plan.base, folder);
    const records = recordRun(outcome, reporter, folder);
    let base = plan.base;
    let passedOver: Record<string, string> = {...base?.passed_over};
    let waiting: Manifest | undefined;
    try {
      for (const inputs of plan.nights) {
        const before = base && inputsOf(base.night, receipts);
        const reason = where.fromScratch ? undefined : whyCountedAgain(inputs, versions, outcome.landed);
        if (reason) {
          outcome.counted_again.push({night: inputs.night, reason});
          reporter.say(reason);
        }
        const released_from = findRelease(inputs, versions);
        const record = records.beginNight(inputs.night);
        try {
          const {night, manifest} = await countNight(
            inputs,
            {base, before, passed_over: passedOver, released_from, record},
            contract,
            folder,
            reporter,
          );
          if (manifest.held_for.length > 0) {
            outcome.held.push({night: night.night, version: night.version, reasons: manifest.held_for});
            reporter.fail(holdLine({night: night.night, version: night.version, reasons: manifest.held_for}));
            record.finish(manifest);
            continue;
          }
          waiting = manifest;
          outcome.published.push(night);
          base = manifest;
          outcome.retired.push(...retireVersions(folder, [base.version, readCurrent(folder)?.version]));
          record.finish(manifest);
        } catch (error) {
          record.fail(error);
          if (!(error instanceof BrokenNight)) throw error;
          passedOver = {...passedOver, [error.night]: fingerprintOf(inputs)};
          outcome.broken.push({night: error.night, failures: error.failures});
          reporter.fail(error.message);
        }
      }
    } finally {
      // Of nights that are caught up on, readers are shown the last: the others are past when they are done.
      if (waiting) {
        reporter.begin(`Đêm ${waiting.night}: tệp theo phạm vi quyền`);
        await letOut(waiting, folder);
      }
    }
    records.end();
    reporter.end();
    outcome.current = readCurrent(folder);
    return outcome;
  });
}

/** A corrected night of the past does not take readers back: the last of the nights that follow it does. */
async function letOut(manifest: Manifest, folder: DataFolder): Promise<void> {
  const inForce = readCurrent(folder);
  if (!inForce || manifest.night >= inForce.night) await putInForce(manifest, folder);
}

/** A run that died between building a version and letting it out left that to us, unless somebody went back since. */
async function letOutWhatWaits(newest: Manifest | undefined, folder: DataFolder): Promise<void> {
  const inForce = readCurrent(folder);
  // One that an older release put in force has no scope files.
  if (inForce && existsSync(join(folder.root, inForce.file))) await ensureScopes(inForce, folder);
  if (!newest || inForce?.rolled_back || inForce?.version === newest.version) return;
  await letOut(newest, folder);
}

/** The reasons that a person has let this night out in spite of, when it was counted from the same deliveries. */
function findRelease(inputs: NightInputs, versions: readonly Manifest[]): readonly HoldReason[] {
  const released = versions.findLast(
    ({night, counted, released_from}) =>
      night === inputs.night && released_from.length > 0 && counted[night] === fingerprintOf(inputs),
  );
  return released?.released_from ?? [];
}

/** One night, start to finish; what comes back is a version, which readers do not see yet. */
async function countNight(
  inputs: NightInputs,
  {base, before, passed_over, released_from, record}: WhatWasBefore & {record: NightRecord},
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
      await buildNight(inputs, folder.root, contract, db, {
        onModel: ({layer, name}, done) => reporter.progress(done, `${layer}.${name}`),
        referenceFolders: referenceFolders(folder),
      });
      reporter.begin(`Đêm ${night}: so với đêm trước`);
      await recordChanges(inputs, before, contract, folder.root, db);
      reporter.begin(`Đêm ${night}: ghi lịch sử chỉ tiêu`);
      await recordNight({night, inputs: fingerprintOf(inputs)}, db);
      reporter.begin(`Đêm ${night}: kiểm tra`);
      const passed = await checkNight(night, db).finally(() => record.look(db));
      const reasons = released_from.length > 0 ? [] : await guardNight(inputs, before, folder.root, db);
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
      {
        version,
        night,
        counted,
        passed_over,
        held_for,
        released_from,
        demo: inputs.receipts.some((receipt) => receipt.demo),
      },
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

/** What the nights before leave to a night. */
interface WhatWasBefore {
  base: Manifest | undefined;
  before: NightInputs | undefined;
  passed_over: Record<string, string>;
  released_from: readonly HoldReason[];
}

const nightsBefore = (night: string, base: Manifest | undefined) =>
  Object.fromEntries(Object.entries(base?.counted ?? {}).filter(([one]) => one < night));

/** Lands each delivery apart, so that one bad program does not hurt the others. */
async function landAll(
  where: {landing: string; date?: string | undefined; delivery?: readonly string[] | undefined},
  folder: DataFolder,
  reporter: Reporter,
): Promise<Pick<NightlyOutcome, 'landed' | 'refused' | 'incomplete'>> {
  const {complete, refused, incomplete} = findAsked(where);
  const outcome = {
    landed: [] as Receipt[],
    refused: refused.map(({delivery, reasons}) => ({delivery, reasons})),
    incomplete,
  };
  for (const {delivery, reasons} of outcome.refused) reporter.fail(refusalLine({delivery, reasons}));
  const receipts = readReceipts(folder);
  await withLandingChild(folder, async (land) => {
    for (const [position, delivery] of complete.entries()) {
      const name = `${delivery.businessDate}/${delivery.program}`;
      try {
        // What landed before takes no line and no process.
        if (findLanding(delivery, receipts)) continue;
        reporter.begin(`Nạp bản giao ${name}`);
        reporter.progress(position / complete.length, name);
        const {outcome: became, receipt} = await land(delivery);
        if (became === 'landed') outcome.landed.push(receipt);
      } catch (error) {
        if (!(error instanceof RefusedDelivery)) throw error;
        outcome.refused.push({delivery: name, reasons: error.reasons});
        reporter.fail(refusalLine({delivery: name, reasons: error.reasons}));
      }
    }
    reporter.end();
  });
  return outcome;
}

/** What lies in the landing folder, of that what was asked for. */
function findAsked({landing, date, delivery: asked}: Parameters<typeof landAll>[0]): FoundDeliveries {
  const found = findDeliveries(landing, date === undefined ? {} : {date});
  if (!asked) return found;
  return {
    complete: found.complete.filter(({businessDate, program}) =>
      asked.includes(`${businessDate}/${program}`),
    ),
    // A folder that is named for no date is refused as a whole.
    refused: found.refused.filter(({delivery}) =>
      asked.some((one) => one === delivery || one.startsWith(`${delivery}/`)),
    ),
    incomplete: [],
  };
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
