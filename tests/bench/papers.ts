/**
 * States what papers and files cost: every province's bulletin as a PDF, and a workbook of 100.000 rows over DuckDB
 * writing the same rows as CSV. A part of `npm run bench`; alone: `node tests/bench/papers.ts --data DIR`.
 */
import {execFileSync} from 'node:child_process';
import {createWriteStream, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {parseArgs} from 'node:util';
import {readProvinceBulletin, readRanks, readWeeklyPage} from '../../api/bulletins/read-bulletin.ts';
import {pdfOf} from '../../api/papers/pdf.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import type {ColumnType, Row} from '../../api/table.ts';
import {Versions} from '../../api/versions.ts';
import {writeXlsx} from '../../api/xlsx.ts';
import {literal, withDatabase} from '../../warehouse/database.ts';
import {dataFolder} from '../../warehouse/folders.ts';

type Say = (what: string, figure: string) => void;

/** What one part took, alone in its process. */
interface Taken {
  seconds: number;
  /** Peak resident memory, and how much of it the part added. */
  megabytes: number;
  grown: number;
  /** Papers, or bytes of a file. */
  made: number;
}

const parts = {bulletins, weekly, workbook, csv} satisfies Record<string, (data: string) => Promise<number>>;
type Part = keyof typeof parts;

const rowCount = 100_000;

/** Fifteen columns of all kinds, as a list of case files has them. */
const columns = {
  ma_ho_so: 'text',
  don_vi: 'text',
  phong: 'text',
  chap_hanh_vien: 'text',
  ngay_thu_ly: 'date',
  ngay_nhap: 'moment',
  so_tien: 'number',
  da_thi_hanh: 'number',
  con_lai: 'number',
  ty_le: 'ratio',
  so_khoan: 'integer',
  tuoi: 'integer',
  co_tien: 'boolean',
  trang_thai: 'text',
  ghi_chu: 'text',
} as const satisfies Record<string, ColumnType>;

const rowsSql = `
  select
      'HS-' || i as ma_ho_so,
      'Thi hành án dân sự tỉnh Thanh Hóa' as don_vi,
      'Phòng THADS khu vực ' || i % 15 || ' - Thanh Hóa' as phong,
      'Nguyễn Văn ' || i % 400 as chap_hanh_vien,
      (date '2020-01-01' + (i % 2000)::integer)::varchar as ngay_thu_ly,
      strftime(timestamp '2026-01-20 08:00:00' + interval (i % 100000) second, '%Y-%m-%dT%H:%M:%S') as ngay_nhap,
      (i * 7919.5 % 1e9)::double as so_tien,
      (i * 131 % 1e8)::double as da_thi_hanh,
      (i * 17.25 % 1e7)::double as con_lai,
      (i % 1000 / 1000)::double as ty_le,
      (i % 7)::integer as so_khoan,
      (i % 2000)::integer as tuoi,
      i % 3 = 0 as co_tien,
      case i % 4 when 0 then 'Đang thi hành' when 1 then 'Tạm đình chỉ' else 'Chưa có điều kiện' end as trang_thai,
      if(i % 10 = 0, null, 'Cần bổ sung & kiểm tra <' || i || '>') as ghi_chu,
  from range(${rowCount}) as numbers(i)`;

/** Each part in a process of its own, so that its memory is its own. */
export function measurePapers(data: string, say: Say): void {
  const take = (part: Part) =>
    JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, '--data', data, '--part', part], {
        encoding: 'utf8',
        maxBuffer: 2 ** 24,
      }),
    ) as Taken;
  const memory = ({megabytes, grown}: Taken) =>
    `peak ${Math.round(megabytes)} MB, ${Math.round(grown)} MB more`;

  const all = take('bulletins');
  say(
    `Bulletins of ${all.made} provinces as PDF`,
    `${all.seconds.toFixed(2)} s  (aim 20 s), ${memory(all)}  (aim 500 MB)`,
  );
  const page = take('weekly');
  say('The leaders’ page as PDF, the first one', `${page.seconds.toFixed(2)} s`);
  const floor = take('csv');
  const book = take('workbook');
  const size = `${rowCount.toLocaleString('vi-VN')} × ${Object.keys(columns).length}`;
  say(
    `Floor: DuckDB writing ${size} as CSV`,
    `${floor.seconds.toFixed(2)} s, ${(floor.made / 1e6).toFixed(1)} MB`,
  );
  say(
    `A workbook of ${size}`,
    `${book.seconds.toFixed(2)} s  (aim 8 s), ${(book.seconds / floor.seconds).toFixed(1)} × the floor, ` +
      `${(book.made / 1e6).toFixed(1)} MB; ${memory(book)}  (aim 200 MB more)`,
  );
}

async function bulletins(data: string): Promise<number> {
  return withVersions(data, async (versions, store) => {
    const provinces = await versions.use((version) => version.rows<{unit_id: string}>('provinces'));
    const ranks = readRanks(versions, store);
    for (const {unit_id} of provinces)
      await pdfOf(await readProvinceBulletin(unit_id, versions, store, ranks));
    return provinces.length;
  });
}

async function weekly(data: string): Promise<number> {
  return withVersions(data, async (versions, store) => {
    await pdfOf(await readWeeklyPage(versions, store));
    return 1;
  });
}

async function withVersions<T>(
  data: string,
  work: (versions: Versions, store: ReturnType<typeof openStore>) => Promise<T>,
): Promise<T> {
  const store = openStore(stateFolder(data));
  const versions = await Versions.follow(dataFolder(data), (error) => console.error(error));
  try {
    return await work(versions, store);
  } finally {
    await versions.close();
    store.close();
  }
}

async function workbook(): Promise<number> {
  return inFolder(async (path) =>
    withDatabase(':memory:', {}, async (db) => {
      const result = await db.stream(rowsSql);
      const about = {
        title: 'Đo',
        meaning: undefined,
        night: '2026-03-31',
        version: 'bench',
        demo: true,
        filters: {},
      };
      const rows = result.yieldRowObjects() as AsyncIterable<readonly Row[]>;
      await pipeline(Readable.from(writeXlsx({columns, rows}, about)), createWriteStream(path));
    }),
  );
}

async function csv(): Promise<number> {
  return inFolder(async (path) =>
    withDatabase(':memory:', {}, async (db) => {
      await db.run(`copy (${rowsSql}) to ${literal(path)} (format csv, header)`);
    }),
  );
}

/** Writes a file somewhere, and says how large it became. */
async function inFolder(work: (path: string) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'thads-bench-'));
  try {
    const path = join(folder, 'rows');
    await work(path);
    return statSync(path).size;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

if (process.argv[1] === import.meta.filename) {
  const {values} = parseArgs({
    options: {data: {type: 'string', default: '.thads/data'}, part: {type: 'string'}},
  });
  const {data, part} = values;
  if (part === undefined) measurePapers(data, (what, figure) => console.log(`${what.padEnd(56)} ${figure}`));
  else {
    const memory = () => process.resourceUsage().maxRSS / 1024;
    const [begun, before] = [performance.now(), memory()];
    const made = await parts[part as Part](data);
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(
      JSON.stringify({seconds, megabytes: memory(), grown: memory() - before, made} satisfies Taken),
    );
  }
}
