import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {readContract, type ContractTable} from '../contract.ts';
import {withDatabase} from '../database.ts';
import {WrongUsage} from '../errors.ts';
import {closeDelivery, openDelivery, turnTo, writeTable, type Format} from './delivery.ts';
import {createWorld} from './world.ts';

/** What made-up deliveries to write, and where. */
export interface DemoOptions {
  landing: string;
  /** 1 is the nation: 688.271 files to enter. */
  scale: number;
  /** The same seed gives the same bytes. */
  seed: number;
  nights: readonly string[];
  /** For every table; without it small tables are csv and large ones parquet. */
  format?: Format;
}

/** The nights written when none are asked for: the course of the campaign, and what the letter reports on. */
export const demoNights = [
  '2026-01-20',
  '2026-02-10',
  '2026-03-03',
  '2026-03-24',
  '2026-03-25',
  '2026-03-31',
];

const firstNight = '2026-01-20';
const lastNight = '2027-06-30';

/** Tables that people could write by hand, beside all those of the two programs made by hand. */
const smallTables = new Set(['don_vi', 'can_bo', 'chi_tieu_nhap']);
const programsByHand = new Set(['thong-ke', 'to-chuc-can-bo']);

/** Makes up a world and delivers it as the programs would, every table of every program for each night. */
export async function writeDemo(
  options: DemoOptions,
  onProgress: (message: string, done: number) => void = () => {},
): Promise<{folders: string[]}> {
  refuseImpossible(options);
  const nights = [...new Set(options.nights)].sort();
  const spill = await mkdtemp(join(tmpdir(), 'thads-demo-'));
  const settings = {
    temp_directory: spill,
    memory_limit: options.scale > 2 ? '4GB' : '2GB',
  };
  try {
    return await withDatabase(':memory:', settings, async (db) => {
      const tables = await readContract(db);
      const worldShare = 2 / (2 + nights.length);
      await createWorld(
        db,
        {scale: options.scale, seed: options.seed, horizon: nights.at(-1)!},
        (step, done) => onProgress(`Tạo dữ liệu mẫu: ${step}`, done * worldShare),
      );
      const folders: string[] = [];
      for (const [i, night] of nights.entries()) {
        onProgress(`Ghi bản giao mẫu ngày ${night}`, worldShare + ((1 - worldShare) * i) / nights.length);
        folders.push(...(await deliverNight(db, tables, night, options)));
      }
      onProgress('Đã ghi xong dữ liệu mẫu', 1);
      return {folders};
    });
  } finally {
    await rm(spill, {recursive: true, force: true});
  }
}

async function deliverNight(
  db: DuckDBConnection,
  tables: readonly ContractTable[],
  night: string,
  {landing, format}: DemoOptions,
): Promise<string[]> {
  await turnTo(db, night);
  const folders: string[] = [];
  for (const [program, delivered] of Map.groupBy(tables, (table) => table.program)) {
    const folder = join(landing, night, program);
    await openDelivery(folder);
    const resources = [];
    for (const table of delivered)
      resources.push(await writeTable(db, folder, table, format ?? usualFormat(table)));
    await closeDelivery(folder, program, night, resources);
    folders.push(folder);
  }
  return folders;
}

const usualFormat = ({name, program}: ContractTable): Format =>
  smallTables.has(name) || programsByHand.has(program) ? 'csv' : 'parquet';

function refuseImpossible({scale, seed, nights}: DemoOptions): void {
  if (!(scale >= 0.001 && scale <= 10)) {
    throw new WrongUsage(`Tỷ lệ ${scale} không dùng được; hãy chọn một số từ 0,001 đến 10 (1 là toàn quốc).`);
  }
  if (!Number.isSafeInteger(seed)) throw new WrongUsage(`Hạt giống ${seed} không phải là số nguyên.`);
  if (nights.length === 0)
    throw new WrongUsage('Chưa có ngày nào để tạo dữ liệu mẫu; hãy nêu ít nhất một ngày.');
  for (const night of nights) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(night) && new Date(night).toJSON()?.startsWith(night);
    if (!isDate || night < firstNight || night > lastNight) {
      throw new WrongUsage(
        `Ngày ${night} không dùng được; dữ liệu mẫu có từ ${firstNight} đến ${lastNight}, viết theo dạng NĂM-THÁNG-NGÀY.`,
      );
    }
  }
}
