import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {findDeliveries} from '../../warehouse/landing/deliveries.ts';
import {RefusedDelivery} from '../../warehouse/errors.ts';
import {
  csvFile,
  filesBelow,
  onLandingGround,
  rawFile,
  writeDelivery,
  type DeliveredRow,
  type LandingGround,
  type Resource,
  type TestFile,
} from '../deliveries.ts';

const HEADER = 'so_bien_lai,ma_don_vi,ma_ho_so,so_tien,ngay_lap,da_huy';
const row = (id: string): DeliveredRow => ({
  so_bien_lai: id,
  ma_don_vi: 'CUC',
  ma_ho_so: null,
  so_tien: 5,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
});
const good = csvFile('bien_lai', [row('BL1'), row('BL2')]);
const goodGzip = csvFile('bien_lai', [row('BL1'), row('BL2')], {gzip: true});
const withContent = (file: TestFile, content: Uint8Array): TestFile => ({...file, content});
const changed = (more: Resource) => (datapackage: {resources: Resource[]}) => ({
  ...datapackage,
  resources: datapackage.resources.map((resource) => ({...resource, ...more})),
});

/** Lands yesterday's receipts, then the delivery; nothing but its refusal may come of it. */
async function refusal(
  ground: LandingGround,
  delivery: Omit<Parameters<typeof writeDelivery>[1], 'program'>,
) {
  await ground.deliver({date: '2026-03-30', program: 'bien-lai', tables: {bien_lai: [row('BL0')]}});
  const before = filesBelow(ground.folder.root);
  const refused: unknown = await ground
    .deliver({program: 'bien-lai', ...delivery})
    .catch((error: unknown) => error);
  if (!(refused instanceof RefusedDelivery)) throw new Error('It was not refused', {cause: refused});
  expect(refused.message).toContain('Bản giao 2026-03-31/bien-lai bị từ chối');
  expect(filesBelow(ground.folder.root)).toEqual(before);
  expect(await ground.lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL0'}]);
  return refused.reasons;
}

test.each<[string, TestFile, string]>([
  [
    'a gzip cut short',
    withContent(goodGzip, goodGzip.content.subarray(0, -6)),
    'bien_lai.csv.gz: tệp nén gzip bị cắt cụt trước khi hết; hãy nén và giao lại tệp.',
  ],
  [
    'a gzip with a wrong checksum',
    withContent(
      goodGzip,
      goodGzip.content.map((byte, i) => (i === goodGzip.content.length - 7 ? byte ^ 1 : byte)),
    ),
    'bien_lai.csv.gz: tệp nén gzip bị hỏng (sai định dạng hoặc sai mã kiểm tra); hãy nén và giao lại tệp.',
  ],
  [
    'a gzip with something after its end',
    withContent(goodGzip, Buffer.concat([goodGzip.content, Buffer.alloc(512)])),
    'bien_lai.csv.gz: sau phần nén gzip còn dữ liệu thừa; hãy nén và giao lại tệp.',
  ],
  [
    'a gzip that is no gzip',
    withContent(goodGzip, good.content),
    'bien_lai.csv.gz: tệp nén gzip bị hỏng (sai định dạng hoặc sai mã kiểm tra); hãy nén và giao lại tệp.',
  ],
  [
    'a gzip bomb',
    withContent(
      goodGzip,
      gzipSync(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(300_000_000, 'x')]), {level: 9}),
    ),
    'bien_lai.csv.gz: tệp giải nén ra quá lớn so với tệp nén; hãy kiểm tra lại nguồn và giao lại tệp.',
  ],
  [
    'a missing row',
    {...good, rows: 3},
    'bien_lai.csv: đọc được 2 dòng dữ liệu nhưng datapackage.json khai 3; ' +
      'hãy kiểm tra lại tệp (thiếu dòng, hoặc ngoặc kép mở mà không đóng) và giao lại.',
  ],
  [
    'a quote that is never closed',
    rawFile(
      'bien_lai',
      `${HEADER}\nBL1,"CUC,,5,2026-03-31 08:00:00,false\nBL2,CUC,,5,2026-03-31 08:00:00,false\n`,
      2,
    ),
    'bien_lai.csv: đọc được 1 dòng dữ liệu nhưng datapackage.json khai 2; ' +
      'hãy kiểm tra lại tệp (thiếu dòng, hoặc ngoặc kép mở mà không đóng) và giao lại.',
  ],
  [
    'a required column missing',
    csvFile('bien_lai', [
      {so_bien_lai: 'BL1', ma_don_vi: 'CUC', ma_ho_so: null, ngay_lap: '2026-03-31 08:00:00', da_huy: false},
    ]),
    'bien_lai.csv: thiếu cột bắt buộc so_tien (Số tiền (đồng)); hãy xuất lại tệp có cột này.',
  ],
  [
    'a column twice',
    rawFile('bien_lai', `${HEADER},so_tien\nBL1,CUC,,5,2026-03-31 08:00:00,false,6\n`, 1),
    'bien_lai.csv: dòng 1: cột so_tien có hơn một lần trong tiêu đề; hãy giữ một cột và xuất lại tệp.',
  ],
  [
    'UTF-16',
    withContent(good, Buffer.from(`\ufeff${Buffer.from(good.content).toString('utf8')}`, 'utf16le')),
    'bien_lai.csv: tệp không phải UTF-8; hãy xuất lại với mã UTF-8.',
  ],
  [
    'UTF-16 without a mark',
    withContent(good, Buffer.from(Buffer.from(good.content).toString('utf8'), 'utf16le')),
    'bien_lai.csv: tệp không phải UTF-8; hãy xuất lại với mã UTF-8.',
  ],
  [
    'UTF-32',
    withContent(good, Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x73])),
    'bien_lai.csv: tệp không phải UTF-8; hãy xuất lại với mã UTF-8.',
  ],
  ['no bytes at all', rawFile('bien_lai', '', 0), 'bien_lai.csv: tệp rỗng (0 byte); hãy xuất lại tệp.'],
  [
    'nothing but line breaks',
    rawFile('bien_lai', '\n\n\n', 0),
    'bien_lai.csv: tệp rỗng, không có cả dòng tiêu đề; hãy xuất lại tệp.',
  ],
  [
    'a header that is not well formed',
    rawFile('bien_lai', `"so_bien_lai"x,ma_don_vi\n`, 0),
    'bien_lai.csv: dòng tiêu đề có ký tự thừa sau dấu ngoặc kép đóng; hãy xuất lại tệp theo RFC 4180.',
  ],
  [
    'Parquet that is no Parquet',
    {...good, path: 'bien_lai.parquet', format: 'parquet'},
    'bien_lai.parquet: không đọc được tệp Parquet (tệp hỏng hoặc sai định dạng); hãy xuất lại tệp.',
  ],
])('a delivery with %s is refused whole, and yesterday stays as it was', (_, file, sentence) =>
  onLandingGround(async (ground) => {
    expect(await refusal(ground, {tables: {bien_lai: file}})).toEqual([sentence]);
  }),
);

test('a delivery with a wrong hash is refused, with both hashes', () =>
  onLandingGround(async (ground) => {
    const claimed = `sha256:${'0'.repeat(64)}`;
    const reasons = await refusal(ground, {tables: {bien_lai: good}, falsify: changed({hash: claimed})});
    expect(reasons).toEqual([
      expect.stringMatching(
        /^bien_lai\.csv: tệp có mã băm sha256:[0-9a-f]{64} nhưng datapackage\.json khai sha256:0{64};/,
      ),
    ]);
  }));

test('a damaged gzip whose hash is wrong too is refused for both', () =>
  onLandingGround(async (ground) => {
    const cut = withContent(goodGzip, goodGzip.content.subarray(0, -6));
    const [reason] = await refusal(ground, {
      tables: {bien_lai: cut},
      falsify: changed({hash: `sha256:${'0'.repeat(64)}`}),
    });
    expect(reason).toMatch(/mã băm.*bị cắt cụt/);
  }));

test('a delivery with a wrong size is refused, with both sizes', () =>
  onLandingGround(async (ground) => {
    const reasons = await refusal(ground, {tables: {bien_lai: good}, falsify: changed({bytes: 12345})});
    expect(reasons).toEqual([
      `bien_lai.csv: tệp có ${good.content.length} byte nhưng datapackage.json khai 12.345; hãy giao lại tệp đầy đủ.`,
    ]);
  }));

test('other bytes under a sequence that has landed are refused, and what landed stays', () =>
  onLandingGround(async ({deliver, lake}) => {
    await deliver({program: 'bien-lai', tables: {bien_lai: [row('BL1')]}});
    await expect(deliver({program: 'bien-lai', tables: {bien_lai: [row('BL2')]}})).rejects.toThrow(
      'Lần giao số 1 đã được nhận với nội dung khác; hãy giao bản sửa với thads:sequence 2.',
    );
    expect(await lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL1'}]);
  }));

test('all files of a delivery are looked at before it is refused', () =>
  onLandingGround(async ({deliver, folder}) => {
    const tables = Object.fromEntries(
      ['van_ban_trien_khai', 'vu_viec_xem_xet', 'de_nghi_khen_thuong'].map((name) => [
        name,
        rawFile(name, 'x,x\n', 0),
      ]),
    );
    const refused: unknown = await deliver({program: 'to-chuc-can-bo', tables}).catch(
      (error: unknown) => error,
    );
    const {reasons} = refused as RefusedDelivery;
    expect(reasons.map((reason) => reason.split(':')[0])).toEqual([
      'van_ban_trien_khai.csv',
      'vu_viec_xem_xet.csv',
      'de_nghi_khen_thuong.csv',
    ]);
    expect(reasons[0]).toContain('cột x có hơn một lần');
    expect(reasons[0]).toContain('thiếu cột bắt buộc ma_van_ban');
    expect(filesBelow(folder.root)).toEqual([]);
  }));

test.each<[string, (datapackage: Record<string, unknown> & {resources: Resource[]}) => unknown, string]>([
  ['is not JSON', () => '{', 'datapackage.json không phải JSON hợp lệ'],
  ['is not an object', () => '[]', 'datapackage.json: nội dung phải là một đối tượng JSON.'],
  [
    'has no sequence',
    (datapackage) => ({...datapackage, 'thads:sequence': undefined}),
    'datapackage.json: thiếu thads:sequence; thuộc tính này phải là một số nguyên từ 1.',
  ],
  [
    'has sequence 0',
    (datapackage) => ({...datapackage, 'thads:sequence': 0}),
    'datapackage.json: thads:sequence phải là một số nguyên từ 1.',
  ],
  [
    'has a moment without offset',
    (datapackage) => ({...datapackage, created: '2026-03-31 23:00:00'}),
    'datapackage.json: created phải là thời điểm ISO 8601 có múi giờ.',
  ],
  [
    'names another program',
    (datapackage) => ({...datapackage, 'thads:program': 'ho-tro-qd'}),
    'datapackage.json: thads:program là ho-tro-qd nhưng thư mục là bien-lai; hãy sửa cho khớp.',
  ],
  [
    'names another date',
    (datapackage) => ({...datapackage, 'thads:businessDate': '2026-03-30'}),
    'datapackage.json: thads:businessDate là 2026-03-30 nhưng thư mục là 2026-03-31; hãy sửa cho khớp.',
  ],
  [
    'names a table of another program',
    (datapackage) => ({
      ...datapackage,
      resources: [...datapackage.resources, {...datapackage.resources[0], name: 'ho_so'}],
    }),
    'datapackage.json: bảng ho_so không thuộc chương trình bien-lai; hãy bỏ tệp này.',
  ],
  [
    'names a table twice',
    (datapackage) => ({...datapackage, resources: [...datapackage.resources, ...datapackage.resources]}),
    'datapackage.json: bảng bien_lai có hơn một tệp; mỗi bảng chỉ giao một tệp.',
  ],
  [
    'lacks a table',
    (datapackage) => ({...datapackage, resources: []}),
    'datapackage.json: thiếu bảng bien_lai; hãy giao đủ các bảng bien_lai.',
  ],
  [
    'leads out of its folder',
    changed({path: '../../2026-03-30/bien-lai/bien_lai.csv'}),
    'datapackage.json: đường dẫn ../../2026-03-30/bien-lai/bien_lai.csv chỉ ra ngoài thư mục giao; tệp phải nằm trong thư mục này.',
  ],
  [
    'leads to the root of the machine',
    changed({path: '/etc/hostname'}),
    'datapackage.json: đường dẫn /etc/hostname chỉ ra ngoài thư mục giao; tệp phải nằm trong thư mục này.',
  ],
  [
    'names a file that is not there',
    changed({path: 'bien_lai_2.csv'}),
    'bien_lai_2.csv: không có tệp này trong thư mục giao; hãy giao lại đủ tệp.',
  ],
  ['names a folder', changed({path: '.'}), 'datapackage.json: đường dẫn . chỉ ra ngoài thư mục giao'],
  [
    'has an unknown format',
    changed({format: 'ods'}),
    'datapackage.json: resources, tệp thứ 1, format phải là csv, csv.gz, parquet hoặc xlsx.',
  ],
  [
    'has another encoding',
    changed({encoding: 'windows-1258'}),
    'datapackage.json: resources, tệp thứ 1, encoding phải là utf-8; hãy xuất lại tệp với mã UTF-8.',
  ],
  [
    'has a hash of another kind',
    changed({hash: 'md5:abc'}),
    'datapackage.json: resources, tệp thứ 1, hash phải có dạng sha256: và 64 chữ số thập lục phân viết thường.',
  ],
])('a package that %s is refused, and other deliveries are still found', (_, falsify, sentence) =>
  onLandingGround(async (ground) => {
    const reasons = await refusal(ground, {tables: {bien_lai: good}, falsify});
    expect(reasons.some((reason) => reason.startsWith(sentence))).toBe(true);
    expect(findDeliveries(ground.landing).complete.map(({businessDate}) => businessDate)).toEqual([
      '2026-03-30',
    ]);
  }),
);

test('a link that leads out of the delivery is refused', () =>
  onLandingGround(async (ground) => {
    const outside = join(ground.scratch, 'outside.csv');
    writeFileSync(outside, good.content);
    mkdirSync(join(ground.landing, '2026-03-31', 'bien-lai'), {recursive: true});
    symlinkSync(outside, join(ground.landing, '2026-03-31', 'bien-lai', 'link.csv'));
    const reasons = await refusal(ground, {tables: {bien_lai: good}, falsify: changed({path: 'link.csv'})});
    expect(reasons).toEqual([
      'datapackage.json: đường dẫn link.csv chỉ ra ngoài thư mục giao; tệp phải nằm trong thư mục này.',
    ]);
  }));

test('a folder without datapackage.json is not yet complete, which is no error', () =>
  onLandingGround(({landing}) => {
    const folder = join(landing, '2026-03-31', 'bien-lai');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'bien_lai.csv'), good.content);
    expect(findDeliveries(landing)).toEqual({complete: [], refused: [], incomplete: [folder]});
  }));

test('a folder of an unknown program, and one whose name is no date, are refused', () =>
  onLandingGround(({landing}) => {
    writeDelivery(landing, {program: 'cham-cong', tables: {bien_lai: good}});
    mkdirSync(join(landing, '31-03-2026'));
    const {complete, refused} = findDeliveries(landing);
    expect(complete).toEqual([]);
    expect(refused.map(({reasons}) => reasons[0])).toEqual([
      expect.stringContaining('Không có chương trình cham-cong trong danh mục'),
      expect.stringContaining('Thư mục 31-03-2026 không mang tên một ngày'),
    ]);
  }));
