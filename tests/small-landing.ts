import {readContract, type ContractTable} from '../warehouse/contract.ts';
import {withDatabase} from '../warehouse/database.ts';
import {rawFile, writeDelivery, type DeliveredRow, type TestFile} from './deliveries.ts';
import {threeOffices} from './small-night.ts';

const contract = await withDatabase(':memory:', {}, readContract);

/** Three offices, of which Khu vực 1 of Thanh Hóa must enter three files and has entered two. */
export const smallTables: Record<string, readonly DeliveredRow[]> = {
  don_vi: threeOffices.map((unit) => ({
    ten_don_vi: `Đơn vị ${unit.ma_don_vi}`,
    cap_don_vi: 'PHONG_KV',
    ma_tinh: '38',
    ngay_hieu_luc: '2025-07-01',
    ...unit,
  })),
  can_bo: [
    {
      ma_can_bo: 'c1',
      ho_ten: 'Nguyễn Văn An',
      ma_don_vi: '38.KV01',
      gioi_tinh: 'NAM',
      chuc_danh: 'CHV_SO_CAP',
      lanh_dao: false,
      la_cong_chuc: true,
      ngay_vao: '2020-01-01',
    },
  ],
  chi_tieu_nhap: [
    {ma_don_vi: '38.KV01', ma_can_bo: 'c1', he_thong: 'TCTHA', loai_du_lieu: 'TON_CU', so_phai_nhap: 3},
  ],
  ho_so: ['h1', 'h2'].map((ma_ho_so) => ({
    ma_ho_so,
    ma_don_vi: '38.KV01',
    ma_chv: 'c1',
    loai_du_lieu: 'TON_CU',
    ngay_thu_ly: '2025-12-01',
    co_tien: true,
    tinh_trang: 'DANG_THI_HANH',
    ngay_nhap: '2026-02-02 09:00:00',
    ngay_cap_nhat: '2026-02-02 09:00:00',
  })),
  khoan_tien: [
    {
      ma_khoan: 'k1',
      ma_ho_so: 'h1',
      phai_thi_hanh: 300,
      da_thi_hanh: 100,
      con_phai_thi_hanh: 200,
      ngay_cap_nhat: '2026-02-02 09:00:00',
    },
  ],
};

/** Delivers a program with every table it has; those not given hold the small rows above, or none. */
export function deliver(
  landing: string,
  program: string,
  {
    tables = {},
    ...rest
  }: Omit<Partial<Parameters<typeof writeDelivery>[1]>, 'program' | 'tables'> & {
    tables?: Record<string, readonly DeliveredRow[] | TestFile>;
  } = {},
): string {
  const own = contract.filter((table) => table.program === program);
  const files = own.map((table) => {
    const given = tables[table.name] ?? smallTables[table.name] ?? [];
    return [
      table.name,
      Array.isArray(given) ? wholeFile(table, given as DeliveredRow[]) : (given as TestFile),
    ];
  });
  return writeDelivery(landing, {
    program,
    ...rest,
    tables: Object.fromEntries(files) as Record<string, TestFile>,
  });
}

/** A CSV with every column of the contract. */
export function wholeFile(table: ContractTable | string, rows: readonly DeliveredRow[]): TestFile {
  const {name, columns} = typeof table === 'string' ? contract.find((one) => one.name === table)! : table;
  const lines = [columns.map((column) => column.name)];
  for (const row of rows) lines.push(columns.map((column) => String(row[column.name] ?? '')));
  return rawFile(name, lines.map((line) => `${line.join(',')}\n`).join(''), rows.length);
}
