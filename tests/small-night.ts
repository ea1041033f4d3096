import type {DuckDBConnection} from '@duckdb/node-api';
import {buildModels, describeInputs} from '../warehouse/build.ts';
import {readContract} from '../warehouse/contract.ts';
import {lookBack} from '../warehouse/earlier.ts';
import {identifier, recordsOf, withDatabase} from '../warehouse/database.ts';

/** Rows of the deliveries, table by table, in the programs' own names; what is left out takes the value below. */
export type Deliveries = Record<string, readonly Record<string, unknown>[]>;

/** What a row holds where a test does not care; enough for the contract to take it. */
const ordinary: Record<string, Record<string, unknown>> = {
  don_vi: {ten_don_vi: 'Phòng', cap_don_vi: 'PHONG_KV', ma_tinh: '38', ngay_hieu_luc: '2025-07-01'},
  can_bo: {
    ho_ten: 'Nguyễn Văn An',
    ma_don_vi: '38.KV01',
    gioi_tinh: 'NAM',
    chuc_danh: 'CHV_SO_CAP',
    lanh_dao: false,
    la_cong_chuc: true,
    ngay_vao: '2020-01-01',
  },
  chi_tieu_nhap: {ma_don_vi: '38.KV01', ma_can_bo: '-', he_thong: 'TCTHA', loai_du_lieu: 'TON_CU'},
  ho_so: {
    ma_don_vi: '38.KV01',
    loai_du_lieu: 'TON_CU',
    ngay_thu_ly: '2025-12-01',
    co_tien: false,
    tinh_trang: 'DANG_THI_HANH',
    ngay_nhap: '2026-02-02 09:00:00',
    ngay_cap_nhat: '2026-03-30 09:00:00',
  },
  khoan_tien: {ngay_cap_nhat: '2026-03-30 09:00:00'},
  don_thu: {
    ma_don_vi: '38.KV01',
    loai_don: 'KHIEU_NAI',
    loai_du_lieu: 'TON_CU',
    ngay_nhan: '2025-12-01',
    tinh_trang: 'MOI',
    ngay_nhap: '2026-02-02 09:00:00',
    ngay_cap_nhat: '2026-02-02 09:00:00',
  },
  bao_cao_giay: {
    nam: 2026,
    so_thang: 5,
    loai_bieu: 'TIEN',
    ma_don_vi: '38.KV01',
    chi_tieu: 'TONG_PHAI_THI_HANH',
    phien_ban: 'CHINH_THUC',
  },
};

/** Two offices in Thanh Hóa and one in Sơn La. */
export const threeOffices = [
  {ma_don_vi: '38', cap_don_vi: 'TINH', ma_tinh: '38'},
  {ma_don_vi: '38.KV01', ma_don_vi_cha: '38'},
  {ma_don_vi: '38.NV1', ma_don_vi_cha: '38', cap_don_vi: 'PHONG_NV'},
  {ma_don_vi: '14', cap_don_vi: 'TINH', ma_tinh: '14'},
  {ma_don_vi: '14.KV01', ma_don_vi_cha: '14', ma_tinh: '14'},
];

/**
 * One night small enough to be worked out in one's head: the given rows go into the tables of the contract itself,
 * so DuckDB refuses what the contract would, and every model of `sql/` is built over them.
 */
export async function onSmallNight<T>(
  deliveries: Deliveries,
  look: (db: DuckDBConnection) => Promise<T>,
  night = '2026-03-31',
  referenceFolders?: readonly string[],
): Promise<T> {
  return withDatabase(':memory:', {}, async (db) => {
    await readContract(db);
    for (const [table, rows] of Object.entries({don_vi: threeOffices, ...deliveries})) {
      for (const row of rows) await insert(table, {...ordinary[table], ...row}, db);
    }
    await describeInputs({night, receipts: []}, db);
    await lookBack(undefined, db);
    await buildModels(db, undefined, referenceFolders);
    return look(db);
  });
}

/** A metric's figures, added up by office. */
export async function figuresOf(metric: string, deliveries: Deliveries, night?: string): Promise<unknown[]> {
  return onSmallNight(
    deliveries,
    (db) =>
      recordsOf(
        db,
        `select office_id, sum(numerator) as numerator, sum(denominator) as denominator
         from metrics.${metric} group by all order by office_id`,
      ),
    night,
  );
}

async function insert(table: string, row: Record<string, unknown>, db: DuckDBConnection): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((_, i) => `$${i + 1}`);
  await db.run(
    `insert into sources.${identifier(table)} (${columns.map(identifier).join(', ')}) values (${values.join(', ')})`,
    columns.map((column) => row[column] as string | number | boolean | bigint | null),
  );
}
