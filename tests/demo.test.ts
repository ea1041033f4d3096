import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readContract, readPrograms} from '../warehouse/contract.ts';
import {literal, recordsOf, rowsOf, withDatabase} from '../warehouse/database.ts';
import {apportion} from '../warehouse/demo/apportion.ts';
import {writeDemo} from '../warehouse/demo/demo.ts';

interface DataPackage {
  created: string;
  'thads:program': string;
  'thads:businessDate': string;
  'thads:sequence': number;
  'thads:demo': boolean;
  resources: {
    name: string;
    path: string;
    format: string;
    bytes: number;
    hash: string;
    'thads:rows': number;
  }[];
}

// A world of its own is made several times, beside whatever else the machine does.
const patience = 120_000;
const scale = 0.02;
const lastNight = '2026-03-31';
const nights = ['2026-03-24', lastNight];
const root = mkdtempSync(join(tmpdir(), 'thads-'));
const landing = join(root, 'landing');

let instance: DuckDBInstance;
let db: DuckDBConnection;

beforeAll(async () => {
  await writeDemo({landing, scale, seed: 1, nights});
  instance = await DuckDBInstance.create(':memory:');
  db = await instance.connect();
  for (const [folder, {resources, 'thads:businessDate': night}] of packages(landing)) {
    if (night !== lastNight) continue;
    for (const {name, path} of resources) {
      await db.run(`create table ${name} as from ${literal(join(folder, path))}`);
    }
  }
}, patience);
afterAll(() => {
  db.closeSync();
  instance.closeSync();
  rmSync(root, {recursive: true});
});

describe('a demo delivery', () => {
  test('holds every table of the contract, each in its program’s folder and in the contract’s columns', async () => {
    const contract = await withDatabase(':memory:', {}, readContract);
    for (const night of nights) {
      expect(readdirSync(join(landing, night)).sort()).toEqual(readPrograms().sort());
      for (const table of contract) {
        const {resources} = readPackage(landing, night, table.program);
        const {path} = resources.find(({name}) => name === table.name)!;
        const file = literal(join(landing, night, table.program, path));
        const columns = await ask<{column_name: string}>(`describe select * from ${file}`);
        expect(columns.map((column) => column.column_name)).toEqual(table.columns.map(({name}) => name));
      }
    }
  });

  test('says truly how large its files are, what their hashes are and how many rows they hold', async () => {
    for (const [folder, {resources}] of packages(landing)) {
      for (const resource of resources) {
        const file = join(folder, resource.path);
        const [{rows}] = (await ask<{rows: number}>(`select count(*) as rows from ${literal(file)}`)) as [
          {rows: number},
        ];
        expect(resource).toMatchObject({
          bytes: statSync(file).size,
          hash: `sha256:${sha256(file)}`,
          'thads:rows': rows,
        });
      }
    }
  });

  test('says that its data are made up, and for which night', () => {
    expect(readPackage(landing, lastNight, 'bien-lai')).toMatchObject({
      created: '2026-04-01T01:00:00+07:00',
      'thads:program': 'bien-lai',
      'thads:businessDate': lastNight,
      'thads:sequence': 1,
      'thads:demo': true,
    });
  });

  test('keeps every rule of the contract: keys, codes and what may not be empty', async () => {
    await withDatabase(':memory:', {}, async (strict) => {
      for (const table of await readContract(strict)) {
        const {resources} = readPackage(landing, lastNight, table.program);
        const resource = resources.find(({name}) => name === table.name)!;
        const file = literal(join(landing, lastNight, table.program, resource.path));
        const source =
          resource.format === 'csv' ? `read_csv(${file}, header = true, all_varchar = true)` : file;
        await strict.run(`insert into sources.${table.name} by name select * from ${source}`);
        const [[rows]] = (await rowsOf(strict, `select count(*) from sources.${table.name}`)) as [[bigint]];
        expect(Number(rows)).toBe(resource['thads:rows']);
        expect(rows).toBeGreaterThan(0n);
      }
    });
  });
});

describe('the seed', () => {
  const write = (name: string, seed: number, wanted: string[]) =>
    writeDemo({landing: join(root, name), scale: 0.005, seed, nights: wanted});
  const hashes = (name: string) =>
    packages(join(root, name))
      .filter(([, {'thads:businessDate': night}]) => night === lastNight)
      .flatMap(([, {resources}]) => resources.map(({hash}) => hash));

  test(
    'gives the same bytes each time, whichever other nights are asked for, and another world when it is another',
    async () => {
      await write('first', 1, [lastNight]);
      await write('again', 1, [lastNight, '2026-05-15']);
      await write('other', 2, [lastNight]);
      expect(hashes('first')).toHaveLength(12);
      expect(hashes('again')).toEqual(hashes('first'));
      expect(hashes('other')).not.toEqual(hashes('first'));
    },
    patience,
  );
});

describe('the made-up nation on 31/03/2026', () => {
  test('has two hundredths of 688.271 files to enter and of 3.040 missing', async () => {
    const rows = await ask(`
      with
          required as (
              select ma_don_vi, loai_du_lieu, sum(so_phai_nhap) as required
              from chi_tieu_nhap where he_thong = 'TCTHA' group by all
          ),
          entered as (select ma_don_vi, loai_du_lieu, count(*) as entered from ${counted} group by all)
      select
          sum(required)::integer as required,
          sum(required - least(required, coalesce(entered, 0)))::integer as missing,
          count(distinct left(ma_don_vi, 2)) as provinces,
      from required left join entered using (ma_don_vi, loai_du_lieu)`);
    expect(rows).toEqual([{required: 13_765, missing: 61, provinces: 34}]);
  });

  test('has 34 provinces with 355 regional offices', async () => {
    const rows = await ask(
      `select cap_don_vi as level, count(*) as units from don_vi where cap_don_vi in ('TINH', 'PHONG_KV') group by all order by all`,
    );
    expect(rows).toEqual([
      {level: 'PHONG_KV', units: 355},
      {level: 'TINH', units: 34},
    ]);
  });

  test('has complete money for the published share of the files of the criticised provinces', async () => {
    const rows = await ask(`
      with
          whole as (
              select
                  ma_ho_so,
                  bool_and(coalesce(
                      phai_thi_hanh > 1 and least(da_thi_hanh, con_phai_thi_hanh, coalesce(giam_mien, 0)) >= 0
                      and phai_thi_hanh = da_thi_hanh + coalesce(giam_mien, 0) + con_phai_thi_hanh, false
                  )) as is_whole,
              from khoan_tien group by all
          ),
          covered as (
              select
                  left(ma_don_vi, 2) as province,
                  count(*) filter (where is_whole) as complete,
                  count(*) as files,
              from ${counted} left join whole using (ma_ho_so) where co_tien group by all
          )
      select province, complete, round(100 * complete / files, 1) as percent,
      from covered where province in ('14', '38', '44', '80') order by province`);
    expect(rows).toEqual([
      {province: '14', complete: 1, percent: 1.3},
      {province: '38', complete: 3, percent: 1.5},
      {province: '44', complete: 2, percent: 2},
      {province: '80', complete: 7, percent: 1.2},
    ]);
  });

  const found = `select count(*) as files from`;
  const money = `khoan_tien join ho_so using (ma_ho_so)`;
  const offences: Record<string, string> = {
    accepted_after_entered: `${found} ho_so where ngay_thu_ly > ngay_nhap::date`,
    judgment_after_acceptance: `${found} ho_so where ngay_ban_an > ngay_thu_ly`,
    decision_before_judgment: `${found} ho_so where ngay_qd_tha < ngay_ban_an`,
    date_in_future: `${found} ho_so where ngay_qd_tha > date '${lastNight}'`,
    money_identity_broken: `${found} ${money} where phai_thi_hanh <> da_thi_hanh + coalesce(giam_mien, 0) + con_phai_thi_hanh`,
    finished_with_debt: `${found} ${money} where tinh_trang = 'THI_HANH_XONG' and con_phai_thi_hanh > 0`,
    receipts_exceed_enforced: `${found} (
        select ma_ho_so, sum(so_tien) as received from bien_lai where not da_huy group by all
      ) join (select ma_ho_so, sum(da_thi_hanh) as enforced from khoan_tien group by all) using (ma_ho_so) where received > enforced`,
    hollow_money: `${found} ${money} where co_tien and phai_thi_hanh <= 1`,
    missing_judgment: `${found} ho_so where so_ban_an is null or ngay_ban_an is null or trim(coalesce(toa_an, '')) = ''`,
    missing_decision: `${found} ho_so where so_qd_tha is null or ngay_qd_tha is null`,
    missing_debtor: `${found} ho_so where nguoi_phai_tha is null or dia_chi_phai_tha is null`,
    missing_officer: `${found} ho_so where ma_chv is null`,
    missing_case_type: `${found} ho_so where loai_viec is null or can_cu_thi_hanh is null`,
    missing_money: `${found} ho_so anti join khoan_tien using (ma_ho_so) where co_tien`,
    duplicate_file: `select count(*) - (select count(*) from ${counted}) as files from ho_so where ngay_xoa is null`,
    placeholder_text: `${found} ho_so where so_ban_an = '0' or toa_an = 'không có' or nguoi_phai_tha = '...' or dia_chi_phai_tha = 'aaaa'`,
    damaged_text: `${found} ho_so where regexp_matches(concat(toa_an, nguoi_phai_tha, dia_chi_phai_tha), '\uFFFD|Ã|®')`,
    bad_identifier: `${found} ho_so where not regexp_full_match(so_dinh_danh_phai_tha, '\\d{12}|\\d{10}(-\\d{3})?')`,
    untidy_text: `${found} ho_so where nguoi_phai_tha like '%  %' or dia_chi_phai_tha like ' %'`,
    unknown_reference: `${found} ho_so where ma_chv not in (select ma_can_bo from can_bo) or nguoi_nhap not in (select ma_can_bo from can_bo)`,
    stale: `${found} ho_so where tinh_trang in ('CHUA_PHAN_LOAI', 'DANG_THI_HANH') and ngay_cap_nhat < date '${lastNight}' - 30`,
    entered_late: `${found} ho_so where loai_du_lieu = 'PHAT_SINH' and ngay_nhap::date - ngay_thu_ly > 16`,
    unclassified_long: `${found} ho_so where tinh_trang = 'CHUA_PHAN_LOAI' and ngay_thu_ly < date '${lastNight}' - 10`,
    receipt_not_posted: `${found} (select ma_ho_so, max(ngay_lap) as issued from bien_lai where not da_huy group by all)
      join (select ma_ho_so, max(ngay_cap_nhat) as posted from khoan_tien group by all) using (ma_ho_so) where issued > posted + interval 3 day`,
  };

  test.each(Object.entries(offences))(
    'has files for the rule %s to find, and not too many',
    async (rule, sql) => {
      const [{files}] = (await ask<{files: number}>(sql)) as [{files: number}];
      expect(files).toBeGreaterThan(0);
      expect(files).toBeLessThan(rule === 'missing_money' || rule === 'hollow_money' ? 3_500 : 300);
    },
  );

  test('keeps every file of the week before, entered at the same moment', async () => {
    const rows = await ask(`
      select count(*) as files, count(*) filter (where today.ngay_nhap is distinct from before.ngay_nhap) as changed,
      from ${fileOf(nights[0]!, 'ho_so')} as before left join ho_so as today using (ma_ho_so)`);
    expect(rows).toMatchObject([{changed: 0}]);
    const [fewer] = (await ask<{fewer: boolean}>(
      `select (select count(*) from ${fileOf(nights[0]!, 'ho_so')}) < (select count(*) from ho_so) as fewer`,
    )) as [{fewer: boolean}];
    expect(fewer).toEqual({fewer: true});
  });

  test('has files that appear this week with a moment of weeks before', async () => {
    const [{backdated}] = (await ask<{backdated: number}>(`
      select count(*) as backdated from ho_so anti join ${fileOf(nights[0]!, 'ho_so')} as before using (ma_ho_so)
      where ngay_nhap < date '2026-03-20'`)) as [{backdated: number}];
    expect(backdated).toBeGreaterThan(0);
  });
});

test(
  'goes on after the last night published: more files are required, and more are entered',
  async () => {
    const later = join(root, 'after');
    await writeDemo({
      landing: later,
      scale: 0.005,
      seed: 1,
      nights: [lastNight, '2026-06-30'],
      format: 'csv.gz',
    });
    const counts = await Promise.all(
      [lastNight, '2026-06-30'].map(async (night) => {
        const [count] = await ask<{required: number; entered: number}>(`
        select
            (select sum(so_phai_nhap)::integer from ${literal(join(later, night, 'to-chuc-tha', 'chi_tieu_nhap.csv.gz'))} where he_thong = 'TCTHA') as required,
            (select count(*) from ${literal(join(later, night, 'to-chuc-tha', 'ho_so.csv.gz'))}) as entered`);
        return count!;
      }),
    );
    expect(counts[1]!.required).toBeGreaterThan(counts[0]!.required);
    expect(counts[1]!.entered).toBeGreaterThan(counts[0]!.entered);
  },
  patience,
);

test.each([
  [{scale: 0}, 'Tỷ lệ 0 không dùng được'],
  [{nights: ['2026-02-30']}, 'Ngày 2026-02-30 không dùng được'],
  [{nights: ['2025-12-31']}, 'Ngày 2025-12-31 không dùng được'],
  [{nights: []}, 'Chưa có ngày nào'],
])('refuses %j in a sentence that says what to do', async (wrong, sentence) => {
  await expect(writeDemo({landing: join(root, 'never'), scale, seed: 1, nights, ...wrong})).rejects.toThrow(
    sentence,
  );
});

describe('apportioning', () => {
  test('gives what rounding leaves over to the largest remainders', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [0.5, 1.5, 5])).toEqual([1, 1, 5]);
  });

  test('holds a part at its bounds and shares the rest among the others', () => {
    expect(apportion(10, [0, 1, 1], {least: [2, 0, 0]})).toEqual([2, 4, 4]);
    expect(apportion(10, [8, 1, 1], {most: [4, 9, 9]})).toEqual([4, 3, 3]);
  });

  test('refuses a whole that cannot fit', () => {
    expect(() => apportion(5, [1, 1], {most: [2, 2]})).toThrow('does not fit');
  });
});

/** Files that count: live, and the first of those that agree on judgment, court and decision. */
const counted = `(
    from ho_so where ngay_xoa is null
    qualify so_ban_an is null or ngay_ban_an is null or toa_an is null or so_qd_tha is null or row_number() over (
        partition by ma_don_vi, lower(trim(so_ban_an)), ngay_ban_an, regexp_replace(lower(trim(toa_an)), ' +', ' ', 'g'), so_qd_tha
        order by ngay_nhap, ma_ho_so
    ) = 1
)`;

/** Rows of a query over the tables of the last night. */
const ask = <T>(sql: string): Promise<T[]> => recordsOf<T>(db, sql);

function fileOf(night: string, table: string): string {
  return literal(join(landing, night, 'to-chuc-tha', `${table}.parquet`));
}

function packages(where: string): [folder: string, DataPackage][] {
  return readdirSync(where)
    .sort()
    .flatMap((night) =>
      readdirSync(join(where, night))
        .sort()
        .map((program): [string, DataPackage] => [
          join(where, night, program),
          readPackage(where, night, program),
        ]),
    );
}

function readPackage(where: string, night: string, program: string): DataPackage {
  return JSON.parse(readFileSync(join(where, night, program, 'datapackage.json'), 'utf8')) as DataPackage;
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
