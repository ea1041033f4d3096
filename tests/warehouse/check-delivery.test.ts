import {spawnSync} from 'node:child_process';
import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {checkDelivery, checkSummary} from '../../warehouse/landing/check-delivery.ts';
import {
  csvFile,
  filesBelow,
  onLandingGround,
  rawFile,
  writeDelivery,
  type DeliveredRow,
  type Resource,
} from '../deliveries.ts';

const receipt = (number: number, more: DeliveredRow = {}): DeliveredRow => ({
  so_bien_lai: `BL${number}`,
  ma_don_vi: '38.KV05',
  ma_ho_so: null,
  so_tien: 1000,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
  ...more,
});

afterEach(() => vi.unstubAllEnvs());

test('a good delivery would land, and nothing is left of the check', () =>
  onLandingGround(async ({landing, scratch}) => {
    const folder = writeDelivery(landing, {
      program: 'bien-lai',
      tables: {bien_lai: [receipt(1), receipt(2)]},
    });
    vi.stubEnv('TMPDIR', scratch);
    const before = filesBelow(scratch);
    const check = await checkDelivery(folder);
    expect(check).toEqual({
      delivery: '2026-03-31/bien-lai',
      wouldLand: true,
      reasons: [],
      tables: [
        {
          table: 'bien_lai',
          file: 'bien_lai.csv',
          rows: 2,
          loaded: 2,
          quarantined: 0,
          nulledValues: 0,
          normalisedTexts: 0,
          drift: [],
          problems: 0,
          first: [],
        },
      ],
    });
    expect(checkSummary(check)).toEqual([
      'bien_lai.csv: 2 dòng, nạp được 2, giữ lại 0; 0 giá trị để trống, 0 chuỗi chuẩn hóa về NFC.',
      'Bản giao 2026-03-31/bien-lai sẽ được nạp.',
    ]);
    expect(filesBelow(scratch)).toEqual(before);
    expect(readdirSync(scratch)).toEqual(['landing']);
  }));

test('every kind of problem is told with its line, column, value and what was wanted', () =>
  onLandingGround(async ({landing}) => {
    const lines = [
      'so_bien_lai,ma_don_vi,so_tien,ngay_lap,da_huy,ghi_chu',
      'BL1,CUC,5,2026-03-31 08:00:00,false,',
      ',CUC,5,2026-03-31 08:00:00,false,',
      'BL1,CUC,5,2026-03-31 08:00:00,false,',
      'BL2,,0,2026-03-31,có,',
      'BL3,CUC,1.000,2026-03-31 08:00:00,false',
    ];
    const folder = writeDelivery(landing, {
      program: 'bien-lai',
      tables: {bien_lai: rawFile('bien_lai', lines.join('\n'), 5)},
    });
    const check = await checkDelivery(folder);
    expect(check).toMatchObject({wouldLand: true, tables: [{rows: 5, loaded: 1, quarantined: 4}]});
    expect(checkSummary(check)).toEqual([
      'bien_lai.csv: 5 dòng, nạp được 1, giữ lại 4; 0 giá trị để trống, 0 chuỗi chuẩn hóa về NFC.',
      '  - cột ghi_chu không có trong hợp đồng dữ liệu nên không được nạp.',
      '  - không có cột ma_ho_so của hợp đồng dữ liệu; mọi dòng được để trống cột này.',
      '  - dòng 3, cột so_bien_lai: khóa để trống; dòng này không được nạp.',
      '  - dòng 4, cột so_bien_lai: “BL1” là khóa đã có ở dòng trước; dòng này không được nạp.',
      '  - dòng 5, cột da_huy: “có” không phải true hoặc false; dòng này không được nạp.',
      '  - dòng 5, cột ma_don_vi: cột bắt buộc để trống; dòng này không được nạp.',
      '  - dòng 5, cột ngay_lap: “2026-03-31” không phải thời điểm có thật dạng YYYY-MM-DD HH:MM:SS; dòng này không được nạp.',
      '  - dòng 5, cột so_tien: “0” trái điều kiện (so_tien > 0); dòng này không được nạp.',
      '  - dòng 6: “có 5 cột, tiêu đề có 6 cột: BL3,CUC,1.000,2026-03-31 08:00:00,false” là dòng không đúng RFC 4180; dòng này không được nạp.',
      'Bản giao 2026-03-31/bien-lai sẽ được nạp.',
    ]);
  }));

test('twenty problems of a table are told, and how many more there are', () =>
  onLandingGround(async ({landing}) => {
    const rows = Array.from({length: 25}, (_, i) => receipt(i, {so_tien: 'năm'}));
    const folder = writeDelivery(landing, {program: 'bien-lai', tables: {bien_lai: rows}});
    const check = await checkDelivery(folder);
    expect(check.tables[0]).toMatchObject({problems: 25});
    expect(check.tables[0]!.first.map(({line}) => line)).toEqual(Array.from({length: 20}, (_, i) => i + 2));
    expect(checkSummary(check)).toContain('  - … và 5 chỗ khác.');
  }));

test('everything is said at once: the package, each file, and the problems of those that can be read', () =>
  onLandingGround(async ({landing}) => {
    const [first, second] = [
      csvFile('van_ban_trien_khai', [
        {ma_van_ban: 'V1', ma_don_vi: '38', loai: 'KHAC', so_ky_hieu: null, ngay_ban_hanh: '2026-01-01'},
      ]),
      rawFile('vu_viec_xem_xet', 'ma_vu_viec,x,x\n', 0),
    ];
    const folder = writeDelivery(landing, {
      program: 'to-chuc-can-bo',
      tables: {van_ban_trien_khai: first, vu_viec_xem_xet: second},
      falsify: (datapackage) => ({
        ...datapackage,
        'thads:businessDate': '2026-03-30',
        resources: [
          ...datapackage.resources,
          {...datapackage.resources[0], name: 'cham_cong'},
          {...datapackage.resources[0], name: 'de_nghi_khen_thuong', path: 'mat.csv'},
        ] satisfies Resource[],
      }),
    });
    const {wouldLand, reasons, tables} = await checkDelivery(folder);
    expect(wouldLand).toBe(false);
    expect(reasons).toEqual([
      'datapackage.json: thads:businessDate là 2026-03-30 nhưng thư mục là 2026-03-31; hãy sửa cho khớp.',
      'datapackage.json: bảng cham_cong không thuộc chương trình to-chuc-can-bo; hãy bỏ tệp này.',
      'mat.csv: không có tệp này trong thư mục giao; hãy giao lại đủ tệp.',
      expect.stringMatching(/^vu_viec_xem_xet\.csv: dòng 1: cột x có hơn một lần.* thiếu cột bắt buộc loai/),
    ]);
    expect(tables.map(({table, first: problems}) => [table, problems.map(({sentence}) => sentence)])).toEqual(
      [
        [
          'van_ban_trien_khai',
          [
            'dòng 2, cột loai: “KHAC” không phải một trong các mã KE_HOACH, CHI_DAO, TAP_HUAN, PHAN_CONG; dòng này không được nạp.',
          ],
        ],
      ],
    );
  }));

test('a folder without its package, of an unknown program, or not named for a date would be refused', () =>
  onLandingGround(async ({landing}) => {
    const folder = writeDelivery(landing, {
      program: 'cham-cong',
      date: '31-03-2026',
      tables: {bien_lai: [receipt(1)]},
      falsify: (datapackage) => ({...datapackage, created: '2026-03-31T23:30:00+07:00'}),
    });
    expect((await checkDelivery(folder)).reasons).toEqual([
      expect.stringContaining('Thư mục 31-03-2026 không mang tên một ngày'),
      expect.stringContaining('Không có chương trình cham-cong trong danh mục'),
      expect.stringContaining('bảng bien_lai không thuộc chương trình cham-cong'),
    ]);
    rmSync(join(folder, 'datapackage.json'));
    expect(await checkDelivery(folder)).toEqual({
      delivery: '31-03-2026/cham-cong',
      wouldLand: false,
      reasons: [
        '31-03-2026/cham-cong chưa có datapackage.json; bản giao chỉ hoàn tất khi tệp này được ghi sau cùng.',
      ],
      tables: [],
    });
    await expect(checkDelivery(join(landing, 'nowhere'))).rejects.toThrow('Không có thư mục');
  }));

describe('the command', () => {
  const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
  const thads = (...args: string[]) => spawnSync(process.execPath, [program, ...args], {encoding: 'utf8'});

  test('says by exit code whether the delivery would land, and prints one JSON document when asked', () =>
    onLandingGround(({landing}) => {
      const folder = writeDelivery(landing, {program: 'bien-lai', tables: {bien_lai: [receipt(1)]}});
      const good = thads('check-delivery', folder);
      expect([good.status, good.stdout.trim().split('\n').at(-1)]).toEqual([
        0,
        'Bản giao 2026-03-31/bien-lai sẽ được nạp.',
      ]);
      rmSync(join(folder, 'bien_lai.csv'));
      const bad = thads('check-delivery', '--json', folder);
      expect([bad.status, JSON.parse(bad.stdout)]).toEqual([
        3,
        {
          delivery: '2026-03-31/bien-lai',
          wouldLand: false,
          reasons: ['bien_lai.csv: không có tệp này trong thư mục giao; hãy giao lại đủ tệp.'],
          tables: [],
        },
      ]);
      expect(thads('check-delivery', join(landing, 'nowhere')).status).toBe(2);
    }));
});
