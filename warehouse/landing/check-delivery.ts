import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, join, resolve} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {readContract, type ContractTable} from '../contract.ts';
import {literal, recordsOf, withDatabase} from '../database.ts';
import {inspectDelivery} from './deliveries.ts';
import {driftSentence} from './drift.ts';
import {WrongUsage} from '../errors.ts';
import {prepareFiles, type ReadyTable} from './prepare.ts';
import {problemSentence} from './problem-sentence.ts';
import type {QuarantineRecord} from './quarantine.ts';
import type {Drift} from './receipts.ts';

/** What would become of a delivery; everything in it is also what `--json` prints. */
export interface DeliveryCheck {
  /** `2026-03-31/bien-lai` */
  delivery: string;
  wouldLand: boolean;
  /** Why not, each a sentence; about every file at once. */
  reasons: readonly string[];
  /** The tables whose files could be read, also when the delivery would be refused for others. */
  tables: readonly CheckedTable[];
}

/** What would become of one table. */
export interface CheckedTable {
  table: string;
  file: string;
  rows: number;
  loaded: number;
  quarantined: number;
  nulledValues: number;
  normalisedTexts: number;
  drift: readonly Drift[];
  /** All rows and values that cannot be used, of which `first` are told. */
  problems: number;
  first: readonly CheckedProblem[];
}

/** A row or value that cannot be used, with the sentence for people. */
export type CheckedProblem = Pick<QuarantineRecord, 'line' | 'value' | 'reason'> & {
  column: string | null;
  keptRow: boolean;
  sentence: string;
};

/**
 * Reads a delivery folder `<landing>/<date>/<program>` just as the night would, and says everything that is wrong
 * with it. Lands nothing, touches no data folder, and leaves nothing behind.
 */
export async function checkDelivery(path: string): Promise<DeliveryCheck> {
  const folder = resolve(path);
  if (!existsSync(folder)) {
    throw new WrongUsage(`Không có thư mục ${path}; hãy nêu thư mục dạng <nơi giao>/<ngày>/<chương trình>.`);
  }
  const name = `${basename(dirname(folder))}/${basename(folder)}`;
  const {delivery, reasons} = inspectDelivery(folder);
  if (!delivery) return {delivery: name, wouldLand: false, reasons, tables: []};

  const scratch = await mkdtemp(join(tmpdir(), 'thads-check-'));
  try {
    return await withDatabase(':memory:', {temp_directory: join(scratch, 'spill')}, async (db) => {
      const contract = await readContract(db);
      const files = await prepareFiles(delivery, {contract, scratch, db, before: undefined});
      const refusals = files.flatMap((file) => ('refusal' in file ? [file.refusal] : []));
      const tables: CheckedTable[] = [];
      for (const file of files) {
        if ('ready' in file) tables.push(await checkedTable(file.ready, contract, db));
      }
      const all = [...reasons, ...refusals];
      return {delivery: name, wouldLand: all.length === 0, reasons: all, tables};
    });
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/** A check in lines for people, the verdict last. */
export function checkSummary({delivery, wouldLand, reasons, tables}: DeliveryCheck): string[] {
  const lines: string[] = [];
  for (const table of tables) {
    const {file, rows, loaded, quarantined, nulledValues, normalisedTexts, drift, problems, first} = table;
    lines.push(
      `${file}: ${count(rows)} dòng, nạp được ${count(loaded)}, giữ lại ${count(quarantined)}; ` +
        `${count(nulledValues)} giá trị để trống, ${count(normalisedTexts)} chuỗi chuẩn hóa về NFC.`,
      ...drift.map((one) => `  - ${driftSentence(one)}`),
      ...first.map(({sentence}) => `  - ${sentence}`),
    );
    if (problems > first.length) lines.push(`  - … và ${count(problems - first.length)} chỗ khác.`);
  }
  lines.push(...reasons.map((reason) => `✗ ${reason}`));
  lines.push(
    wouldLand
      ? `Bản giao ${delivery} sẽ được nạp.`
      : `Bản giao ${delivery} sẽ bị từ chối, không nạp dòng nào.`,
  );
  return lines;
}

async function checkedTable(
  {landed, quarantinePath}: ReadyTable,
  contract: readonly ContractTable[],
  db: DuckDBConnection,
): Promise<CheckedTable> {
  const table = contract.find(({name}) => name === landed.table)!;
  // A missing column is told as drift, once and not as a problem of a line.
  const kept = quarantinePath
    ? `from read_parquet(${literal(quarantinePath)}, hive_partitioning = false) where reason <> 'missing_column'`
    : undefined;
  const first = kept
    ? await recordsOf<QuarantineRecord>(db, `${kept} order by line, column_name, reason limit ${TOLD}`)
    : [];
  const [all] = kept ? await recordsOf<{problems: number}>(db, `select count(*) as problems ${kept}`) : [];
  const {file, rows, loaded, quarantined, nulledValues, normalisedTexts, drift} = landed;
  return {
    table: table.name,
    file,
    rows,
    loaded,
    quarantined,
    nulledValues,
    normalisedTexts,
    drift,
    problems: all?.problems ?? 0,
    first: first.map((record) => ({
      line: record.line,
      column: record.column_name,
      value: record.value,
      reason: record.reason,
      keptRow: record.kept_row,
      sentence: problemSentence(record, table),
    })),
  };
}

const TOLD = 20;

const count = (number: number) => number.toLocaleString('vi-VN');
