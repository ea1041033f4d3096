import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {readContract, type ContractTable} from '../contract.ts';
import {WrongUsage} from '../errors.ts';
import {closeDelivery, openDelivery, turnTo, writeTable, type Format, type Resource} from './delivery.ts';
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
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: spill,
    memory_limit: options.scale > 2 ? '3GB' : '2GB',
  });
  const writers = [await instance.connect(), await instance.connect()];
  const [maker] = writers as [DuckDBConnection, DuckDBConnection];
  try {
    const tables = await readContract(maker);
    const worldShare = 2 / (2 + nights.length);
    await createWorld(
      maker,
      {scale: options.scale, seed: options.seed, horizon: nights.at(-1)!},
      (step, done) => onProgress(`Tạo dữ liệu mẫu: ${step}`, done * worldShare),
    );
    // Where a Parquet file breaks into row groups depends on which thread was first. One thread a file gives
    // the same bytes each time, and two files at once keep both cores at work.
    await maker.run('set threads = 1');
    const folders: string[] = [];
    for (const [i, night] of nights.entries()) {
      onProgress(`Ghi bản giao mẫu ngày ${night}`, worldShare + ((1 - worldShare) * i) / nights.length);
      folders.push(...(await deliverNight(writers, tables, night, options)));
    }
    onProgress('Đã ghi xong dữ liệu mẫu', 1);
    return {folders};
  } finally {
    for (const writer of writers) writer.closeSync();
    instance.closeSync();
    await rm(spill, {recursive: true, force: true});
  }
}

async function deliverNight(
  writers: readonly DuckDBConnection[],
  tables: readonly ContractTable[],
  night: string,
  {landing, seed, format}: DemoOptions,
): Promise<string[]> {
  const folderOf = (program: string) => join(landing, night, program);
  const programs = [...new Set(tables.map(({program}) => program))];
  for (const program of programs) await openDelivery(folderOf(program));

  const written = new Map<string, Resource>();
  const waiting = [...tables];
  const ends = await Promise.allSettled(
    writers.map(async (db) => {
      await turnTo(db, night, seed);
      for (let table = waiting.pop(); table; table = waiting.pop()) {
        const chosen = format ?? usualFormat(table);
        written.set(table.name, await writeTable(db, folderOf(table.program), table, chosen));
      }
    }),
  );
  // Only now that both have stopped may the database be closed.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;

  for (const program of programs) {
    const resources = tables.filter((table) => table.program === program).map(({name}) => written.get(name)!);
    await closeDelivery(folderOf(program), program, night, resources);
  }
  return programs.map(folderOf);
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
