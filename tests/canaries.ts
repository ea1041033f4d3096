import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readCurrent} from '../warehouse/current.ts';
import {dataFolder, type DataFolder} from '../warehouse/folders.ts';
import {runNightly} from '../warehouse/nightly.ts';
import {createReporter} from '../warehouse/report.ts';
import type {DeliveredRow} from './deliveries.ts';
import {deliver, smallTables} from './small-landing.ts';

/** Persons whose names stand in the data once each, so that they are told apart wherever they turn up. */
export const canaries = {
  parties: ['Đinh Chim Hoàng Yến', 'Quách Chim Hoàng Yến'],
  identifier: '038012345678901',
  officers: {'38': 'Tạ Cán Bộ Thanh Hóa', '14': 'Lường Cán Bộ Sơn La'},
} as const;

/** Two nights of two provinces, each with one file, one officer and one money item of its own. */
export interface CanaryWorld extends AsyncDisposable {
  folder: DataFolder;
  version: string;
}

/** Delivers and counts the two nights for real. */
export async function startCanaries(): Promise<CanaryWorld> {
  const root = await mkdtemp(join(tmpdir(), 'thads-'));
  const folder = dataFolder(join(root, 'data'));
  const landing = join(root, 'landing');
  const [official, target, item] = [
    smallTables['can_bo']![0]!,
    smallTables['chi_tieu_nhap']![0]!,
    smallTables['khoan_tien']![0]!,
  ];
  // No code here is made of hexadecimal digits alone: a hash in an answer would hold it by chance.
  for (const date of ['2026-03-24', '2026-03-25']) {
    deliver(landing, 'to-chuc-tha', {
      date,
      tables: {
        can_bo: [
          {...official, ma_can_bo: 'officer-38', ho_ten: canaries.officers['38']},
          {...official, ma_can_bo: 'officer-14', ho_ten: canaries.officers['14'], ma_don_vi: '14.KV01'},
        ],
        chi_tieu_nhap: [
          {...target, ma_can_bo: 'officer-38', so_phai_nhap: 1},
          {...target, ma_can_bo: 'officer-14', ma_don_vi: '14.KV01', so_phai_nhap: 1},
        ],
        ho_so: [
          file('38.KV01', 'officer-38', canaries.parties[0]),
          file('14.KV01', 'officer-14', canaries.parties[1]),
        ],
        khoan_tien: ['38', '14'].map((province) => ({
          ...item,
          ma_khoan: `item-${province}`,
          ma_ho_so: `${province}.KV01/1`,
        })),
      },
    });
  }
  await runNightly({landing, data: folder.root}, createReporter('quiet'));
  return {
    folder,
    version: readCurrent(folder)!.version,
    [Symbol.asyncDispose]: () => rm(root, {recursive: true, force: true}),
  };
}

const file = (office: string, officer: string, debtor: string): DeliveredRow => ({
  ...smallTables['ho_so']![0]!,
  ma_ho_so: `${office}/1`,
  ma_don_vi: office,
  ma_chv: officer,
  nguoi_nhap: officer,
  ngay_nhap: '2026-02-02 23:30:00',
  nguoi_phai_tha: debtor,
  dia_chi_phai_tha: `  nhà của ${debtor}`,
  so_dinh_danh_phai_tha: canaries.identifier,
  nguoi_duoc_tha: debtor,
});

/** Those of some texts that occur in a text. */
export const isIn = (text: string, names: readonly string[]) => names.filter((name) => text.includes(name));
