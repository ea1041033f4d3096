import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {findDeliveries} from '../../warehouse/landing/deliveries.ts';
import {readReceipts, receiptsInForce} from '../../warehouse/landing/read-receipts.ts';
import {findLanding, landDelivery, sweep} from '../../warehouse/landing/land.ts';
import {
  csvFile,
  filesBelow,
  onLandingGround,
  rawFile,
  writeDelivery,
  type DeliveredRow,
} from '../deliveries.ts';

const receipt = (number: number, more: DeliveredRow = {}): DeliveredRow => ({
  so_bien_lai: `BL${number}`,
  ma_don_vi: '38.KV05',
  ma_ho_so: `HS${number}`,
  so_tien: number * 1000,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
  ...more,
});

const HEADER = 'so_bien_lai,ma_don_vi,ma_ho_so,so_tien,ngay_lap,da_huy';
const END = '2026-03-31 08:00:00,false';

test('every row of a clean delivery is in the lake, typed, in the order of the file', () =>
  onLandingGround(async ({deliver, lake, quarantine, folder}) => {
    const {outcome, receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: [receipt(2), receipt(1, {ma_ho_so: null, da_huy: true})]},
    });
    expect(outcome).toBe('landed');
    expect(await lake('bien_lai')).toEqual([
      {
        so_bien_lai: 'BL2',
        ma_don_vi: '38.KV05',
        ma_ho_so: 'HS2',
        so_tien: 2000,
        ngay_lap: '2026-03-31 08:00:00',
        da_huy: false,
      },
      {
        so_bien_lai: 'BL1',
        ma_don_vi: '38.KV05',
        ma_ho_so: null,
        so_tien: 1000,
        ngay_lap: '2026-03-31 08:00:00',
        da_huy: true,
      },
    ]);
    expect(await lake('bien_lai', 'distinct typeof(so_tien), typeof(ngay_lap), typeof(da_huy)')).toHaveLength(
      1,
    );
    expect(await quarantine('bien_lai')).toEqual([]);
    expect(landed.tables).toMatchObject([
      {
        table: 'bien_lai',
        file: 'bien_lai.csv',
        rows: 2,
        loaded: 2,
        quarantined: 0,
        nulledValues: 0,
        normalisedTexts: 0,
        drift: [],
        lakeFile: 'lake/bien_lai/night=2026-03-31/bien-lai.1.parquet',
      },
    ]);
    expect(landed.tables[0]).not.toHaveProperty('quarantineFile');
    expect(readReceipts(folder)).toEqual([landed]);
    expect(filesBelow(folder.root)).toEqual([
      'deliveries/2026-03-31/bien-lai.1.json',
      'lake/bien_lai/night=2026-03-31/bien-lai.1.parquet',
    ]);
  }));

test.each([
  ['LF', `${HEADER}\nBL1,CUC,,5,${END}\nBL2,CUC,,6,${END}\n`],
  ['CRLF', `${HEADER}\r\nBL1,CUC,,5,${END}\r\nBL2,CUC,,6,${END}\r\n`],
  ['LF and CRLF mixed', `${HEADER}\r\nBL1,CUC,,5,${END}\nBL2,CUC,,6,${END}\r\n`],
  ['a byte order mark', `\ufeff${HEADER}\nBL1,CUC,,5,${END}\nBL2,CUC,,6,${END}\n`],
  [
    'a byte order mark and a quoted header',
    `\ufeff"so_bien_lai",${HEADER.slice(12)}\nBL1,CUC,,5,${END}\nBL2,CUC,,6,${END}\n`,
  ],
  ['no line break at the end', `${HEADER}\nBL1,CUC,,5,${END}\nBL2,CUC,,6,${END}`],
  ['blank lines', `\n${HEADER}\n\nBL1,CUC,,5,${END}\n\n\nBL2,CUC,,6,${END}\n\n`],
  ['quoted empty fields', `${HEADER}\nBL1,CUC,"",5,${END}\nBL2,"CUC","","6",${END}\n`],
  [
    'columns in another order',
    `so_tien,da_huy,ngay_lap,ma_ho_so,ma_don_vi,so_bien_lai\n5,false,2026-03-31 08:00:00,,CUC,BL1\n6,false,2026-03-31 08:00:00,,CUC,BL2\n`,
  ],
])('a CSV with %s reads the same', (_, content) =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    for (const [sequence, format] of [
      [1, 'csv'],
      [2, 'csv.gz'],
    ] as const) {
      await deliver({
        program: 'bien-lai',
        sequence,
        tables: {bien_lai: rawFile('bien_lai', content, 2, format)},
      });
      expect(await lake('bien_lai')).toMatchObject([
        {
          so_bien_lai: 'BL1',
          ma_don_vi: 'CUC',
          ma_ho_so: null,
          so_tien: 5,
          ngay_lap: '2026-03-31 08:00:00',
          da_huy: false,
        },
        {
          so_bien_lai: 'BL2',
          ma_don_vi: 'CUC',
          ma_ho_so: null,
          so_tien: 6,
          ngay_lap: '2026-03-31 08:00:00',
          da_huy: false,
        },
      ]);
      expect(await quarantine('bien_lai')).toEqual([]);
    }
  }),
);

test('quotes, commas and line breaks inside quotes belong to the value, and ids keep their leading zeros', () =>
  onLandingGround(async ({deliver, lake}) => {
    await deliver({
      program: 'bien-lai',
      tables: {bien_lai: [receipt(1, {so_bien_lai: '007', ma_ho_so: 'a,"b"\r\nc\nd'})]},
    });
    expect(await lake('bien_lai', 'so_bien_lai, ma_ho_so')).toEqual([
      {so_bien_lai: '007', ma_ho_so: 'a,"b"\r\nc\nd'},
    ]);
  }));

test('a row that cannot be used is kept out with its line, column, value and reason', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {
        bien_lai: [
          receipt(1),
          receipt(2, {so_bien_lai: null}),
          receipt(3, {ma_don_vi: null}),
          receipt(4, {so_tien: '685.231'}),
          receipt(5, {so_tien: 0}),
          receipt(1, {so_tien: 7}),
          receipt(6, {so_tien: '1e5', da_huy: 'TRUE'}),
          receipt(7),
        ],
      },
    });
    expect(await quarantine('bien_lai')).toEqual([
      {line: 3, column_name: 'so_bien_lai', value: null, reason: 'missing_key', kept_row: false},
      {line: 4, column_name: 'ma_don_vi', value: null, reason: 'missing_value', kept_row: false},
      {line: 5, column_name: 'so_tien', value: '685.231', reason: 'bad_value', kept_row: false},
      {line: 6, column_name: 'so_tien', value: '0', reason: 'broken_check', kept_row: false},
      {line: 7, column_name: 'so_bien_lai', value: 'BL1', reason: 'duplicate_key', kept_row: false},
      {line: 8, column_name: 'da_huy', value: 'TRUE', reason: 'bad_value', kept_row: false},
      {line: 8, column_name: 'so_tien', value: '1e5', reason: 'bad_value', kept_row: false},
    ]);
    expect(await lake('bien_lai', 'so_bien_lai, so_tien')).toEqual([
      {so_bien_lai: 'BL1', so_tien: 1000},
      {so_bien_lai: 'BL7', so_tien: 7000},
    ]);
    expect(landed.tables[0]).toMatchObject({
      rows: 8,
      loaded: 2,
      quarantined: 6,
      nulledValues: 0,
      quarantineFile: 'quarantine/bien_lai/night=2026-03-31/bien-lai.1.parquet',
    });
  }));

test('a bad value where none is required becomes empty, is recorded, and the row stays', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    const row = {
      ma_don_vi: '38.KV05',
      loai_quyet_dinh: 'HOAN',
      so_quyet_dinh: '1/QĐ',
      ngay_tao: '2026-01-20 00:00:00',
    };
    const {receipt: landed} = await deliver({
      program: 'ho-tro-qd',
      tables: {
        quyet_dinh: [
          {ma_quyet_dinh: 'A', ngay_ky: '31/03/2026', ...row},
          {ma_quyet_dinh: 'B', ngay_ky: '2026-02-29', ...row},
          {ma_quyet_dinh: 'C', ngay_ky: '2024-02-29', ...row},
        ].map((one) => ({ma_ho_so: null, ...one})),
      },
    });
    expect(await lake('quyet_dinh', 'ma_quyet_dinh, ngay_ky')).toEqual([
      {ma_quyet_dinh: 'A', ngay_ky: null},
      {ma_quyet_dinh: 'B', ngay_ky: null},
      {ma_quyet_dinh: 'C', ngay_ky: '2024-02-29'},
    ]);
    expect(await quarantine('quyet_dinh')).toEqual([
      {line: 2, column_name: 'ngay_ky', value: '31/03/2026', reason: 'bad_value', kept_row: true},
      {line: 3, column_name: 'ngay_ky', value: '2026-02-29', reason: 'bad_value', kept_row: true},
    ]);
    expect(landed.tables[0]).toMatchObject({rows: 3, loaded: 3, quarantined: 0, nulledValues: 2});
  }));

test('a code that the contract does not name is a bad value', () =>
  onLandingGround(async ({deliver, quarantine}) => {
    await deliver({
      program: 'ho-tro-qd',
      tables: {
        quyet_dinh: [
          {
            ma_quyet_dinh: 'A',
            ma_ho_so: null,
            ma_don_vi: 'CUC',
            loai_quyet_dinh: 'HOÃN',
            so_quyet_dinh: null,
            ngay_ky: null,
            ngay_tao: '2026-01-20 00:00:00',
          },
        ],
      },
    });
    expect(await quarantine('quyet_dinh')).toEqual([
      {line: 2, column_name: 'loai_quyet_dinh', value: 'HOÃN', reason: 'bad_value', kept_row: false},
    ]);
  }));

test('lines are those an editor shows, after line breaks in quotes, blank lines and broken records', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    const content = [
      HEADER,
      `BL1,CUC,"một\nhai\nba",5,${END}`, // lines 2 to 4
      `BL2,CUC,,năm,${END}`, // line 5
      '', // line 6
      `BL3,CUC,,5`, // line 7: too few
      `BL4,CUC,,5,${END},`, // line 8: too many, though the last is empty
      `BL5,"C"UC,,5,${END}`, // line 9: text after a quote
      `BL6,C"UC,,5,${END}`, // line 10: a quote inside bare text
      `"BL7\n",CUC,,sáu,${END}`, // lines 11 and 12
      `BL8,CUC,,5,${END}`, // line 13
      `BL8,CUC,,5,${END}`, // line 14
    ].join('\n');
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: rawFile('bien_lai', content, 9)},
    });
    expect(await quarantine('bien_lai')).toMatchObject([
      {line: 5, column_name: 'so_tien', value: 'năm', reason: 'bad_value'},
      {line: 7, column_name: null, value: 'có 4 cột, tiêu đề có 6 cột: BL3,CUC,,5', reason: 'broken_record'},
      {line: 8, column_name: null, reason: 'broken_record'},
      {line: 9, column_name: null, reason: 'broken_record'},
      {line: 10, column_name: null, reason: 'broken_record'},
      {line: 11, column_name: 'so_tien', value: 'sáu', reason: 'bad_value'},
      {line: 14, column_name: 'so_bien_lai', value: 'BL8', reason: 'duplicate_key'},
    ]);
    expect(await lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL1'}, {so_bien_lai: 'BL8'}]);
    expect(landed.tables[0]).toMatchObject({rows: 9, loaded: 2, quarantined: 7});
  }));

test('the first usable row of a key stays, even when one that cannot be used came before it', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    await deliver({
      program: 'bien-lai',
      tables: {bien_lai: [receipt(1, {so_tien: 'x'}), receipt(1, {so_tien: 8}), receipt(1, {so_tien: 9})]},
    });
    expect(await lake('bien_lai', 'so_tien')).toEqual([{so_tien: 8}]);
    expect(await quarantine('bien_lai')).toMatchObject([
      {line: 2, reason: 'bad_value'},
      {line: 4, reason: 'duplicate_key'},
    ]);
  }));

test('a condition over several columns names them and their values', () =>
  onLandingGround(async ({deliver, quarantine}) => {
    const empty = (name: string, header: string) => rawFile(name, `${header}\n`, 0);
    await deliver({
      program: 'to-chuc-can-bo',
      tables: {
        van_ban_trien_khai: empty('van_ban_trien_khai', 'ma_van_ban,ma_don_vi,loai,so_ky_hieu,ngay_ban_hanh'),
        vu_viec_xem_xet: [
          {
            ma_vu_viec: 'V1',
            ma_don_vi: '38',
            ma_can_bo: 'CB1',
            loai: 'XEM_XET_KY_LUAT',
            tu_ngay: '2026-01-01',
            den_ngay: null,
          },
          {
            ma_vu_viec: 'V2',
            ma_don_vi: '38',
            ma_can_bo: null,
            loai: 'XEM_XET_KY_LUAT',
            tu_ngay: '2026-01-01',
            den_ngay: null,
          },
        ],
        de_nghi_khen_thuong: empty(
          'de_nghi_khen_thuong',
          'ma_de_nghi,ma_don_vi_de_nghi,doi_tuong,ma_don_vi,ma_can_bo,hinh_thuc,thu_tu_uu_tien,ngay_nhan,co_to_trinh,co_bien_ban,co_bao_cao_thanh_tich,co_xac_nhan',
        ),
      },
    });
    expect(await quarantine('vu_viec_xem_xet')).toEqual([
      {
        line: 2,
        column_name: 'ma_don_vi, ma_can_bo',
        value: '38 | CB1',
        reason: 'broken_check',
        kept_row: false,
      },
    ]);
  }));

test('text in another form than NFC is normalised and counted', () =>
  onLandingGround(async ({deliver, lake}) => {
    const decomposed = 'Quyết định'.normalize('NFD');
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {
        bien_lai: [
          receipt(1, {ma_ho_so: decomposed, ma_don_vi: decomposed}),
          receipt(2, {ma_ho_so: 'Quyết định'}),
        ],
      },
    });
    expect(await lake('bien_lai', 'ma_ho_so')).toEqual([{ma_ho_so: 'Quyết định'}, {ma_ho_so: 'Quyết định'}]);
    expect(landed.tables[0]).toMatchObject({normalisedTexts: 2, quarantined: 0});
  }));

test('a value in another encoding is left out and recorded; in a required column it costs the row', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    const content = Buffer.concat([
      Buffer.from(`${HEADER}\nBL1,CUC,"a""b`),
      Buffer.from([0xea]),
      Buffer.from(`",5,${END}\nBL2,C`),
      Buffer.from([0xea]),
      Buffer.from(`,,5,${END}\nBL3,CUC,đủ,5,${END}\n`),
    ]);
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: rawFile('bien_lai', content, 3)},
    });
    expect(await quarantine('bien_lai')).toEqual([
      {line: 2, column_name: 'ma_ho_so', value: 'a"b\ufffd', reason: 'bad_encoding', kept_row: true},
      {line: 3, column_name: 'ma_don_vi', value: 'C\ufffd', reason: 'bad_encoding', kept_row: false},
    ]);
    expect(await lake('bien_lai', 'so_bien_lai, ma_ho_so')).toEqual([
      {so_bien_lai: 'BL1', ma_ho_so: null},
      {so_bien_lai: 'BL3', ma_ho_so: 'đủ'},
    ]);
    expect(landed.tables[0]).toMatchObject({rows: 3, loaded: 2, quarantined: 1, nulledValues: 1});
  }));

test('a column that the contract does not know is kept out and reported', () =>
  onLandingGround(async ({deliver, lake}) => {
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: [receipt(1, {ghi_chu: 'x', SO_TIEN: 'y'})]},
    });
    expect(landed.tables[0]!.drift).toEqual([
      {column: 'ghi_chu', kind: 'unknown'},
      {column: 'SO_TIEN', kind: 'unknown'},
    ]);
    expect(Object.keys((await lake('bien_lai'))[0]!)).toEqual(HEADER.split(','));
  }));

test('a column that may be empty may also be missing, and that is recorded', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    const rest = Object.fromEntries(Object.entries(receipt(1)).filter(([column]) => column !== 'ma_ho_so'));
    const {receipt: landed} = await deliver({program: 'bien-lai', tables: {bien_lai: [rest]}});
    expect(await lake('bien_lai', 'so_bien_lai, ma_ho_so')).toEqual([{so_bien_lai: 'BL1', ma_ho_so: null}]);
    expect(await quarantine('bien_lai')).toEqual([
      {line: 1, column_name: 'ma_ho_so', value: null, reason: 'missing_column', kept_row: true},
    ]);
    expect(landed.tables[0]).toMatchObject({rows: 1, loaded: 1, quarantined: 0, nulledValues: 0});
  }));

test('a table without rows lands as an empty table', () =>
  onLandingGround(async ({deliver, lake, folder}) => {
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: rawFile('bien_lai', `${HEADER}\n`, 0)},
    });
    expect(landed.tables[0]).toMatchObject({rows: 0, loaded: 0, quarantined: 0});
    expect(existsSync(join(folder.root, landed.tables[0]!.lakeFile))).toBe(true);
    expect(await lake('bien_lai')).toEqual([]);
  }));

test('the same delivery again does nothing, and says so', () =>
  onLandingGround(async ({deliver, folder}) => {
    const first = await deliver({program: 'bien-lai', tables: {bien_lai: [receipt(1)]}});
    const again = await deliver({program: 'bien-lai', tables: {bien_lai: [receipt(1)]}});
    expect(again).toEqual({outcome: 'already landed', receipt: first.receipt});
    expect(readReceipts(folder)).toHaveLength(1);
  }));

test('a higher sequence takes the place of the one before, in lake and quarantine', () =>
  onLandingGround(async ({deliver, lake, quarantine, folder}) => {
    await deliver({program: 'bien-lai', tables: {bien_lai: [receipt(1), receipt(2, {so_tien: 'x'})]}});
    const {outcome} = await deliver({program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt(3)]}});
    expect(outcome).toBe('landed');
    expect(await lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL3'}]);
    expect(await quarantine('bien_lai')).toEqual([]);
    expect(readReceipts(folder).map(({sequence}) => sequence)).toEqual([1, 2]);
    expect(receiptsInForce(readReceipts(folder)).map(({sequence}) => sequence)).toEqual([2]);
  }));

test('a lower sequence than the one in force changes nothing, and is said to be superseded', () =>
  onLandingGround(async ({deliver, lake}) => {
    const second = await deliver({program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt(2)]}});
    const late = await deliver({program: 'bien-lai', sequence: 1, tables: {bien_lai: [receipt(1)]}});
    expect(late).toEqual({outcome: 'superseded', receipt: second.receipt});
    expect(await lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL2'}]);
  }));

test('what a landing that was cut short left behind is swept, and what landed stays', () =>
  onLandingGround(async ({deliver, folder}) => {
    await deliver({program: 'bien-lai', tables: {bien_lai: [receipt(1, {so_tien: 'x'}), receipt(2)]}});
    const before = filesBelow(folder.root);
    const leftOvers = [
      'lake/bien_lai/night=2026-03-31/bien-lai.2.parquet',
      'lake/don_thu/night=2026-03-31/tiep-cong-dan.1.parquet',
      'quarantine/bien_lai/night=2026-03-31/bien-lai.2.parquet',
      'deliveries/2026-03-31/bien-lai.2.json.unfinished',
      'scratch/landing/2026-03-31.bien-lai.abc/bien_lai.csv',
    ];
    for (const path of leftOvers) {
      mkdirSync(join(folder.root, path, '..'), {recursive: true});
      writeFileSync(join(folder.root, path), 'half');
    }
    await sweep(folder);
    expect(filesBelow(folder.root)).toEqual(before);
  }));

test('a correction that was cut short after its receipt takes the place of the one before at the next sweep', () =>
  onLandingGround(async ({deliver, lake, folder}) => {
    const rows = [receipt(1, {so_tien: 'x'}), receipt(2)];
    const {receipt: first} = await deliver({program: 'bien-lai', tables: {bien_lai: rows}});
    const {lakeFile, quarantineFile} = first.tables[0]!;
    const left = [lakeFile, quarantineFile!].map((path) => join(folder.root, path));
    const contents = left.map((path) => readFileSync(path));
    await deliver({program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt(3)]}});
    left.forEach((path, i) => writeFileSync(path, contents[i]!));
    await sweep(folder);
    expect(await lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL3'}]);
    expect(left.map((path) => existsSync(path))).toEqual([false, false]);
  }));

test('what was met before is known from the receipts alone', () =>
  onLandingGround(async ({deliver, landing, folder}) => {
    const first = await deliver({program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt(1)]}});
    const known = () => findLanding(findDeliveries(landing).complete[0]!, readReceipts(folder, '2026-03-31'));
    expect(known()).toEqual({outcome: 'already landed', receipt: first.receipt});
    writeDelivery(landing, {program: 'bien-lai', sequence: 1, tables: {bien_lai: [receipt(9)]}});
    expect(known()).toEqual({outcome: 'superseded', receipt: first.receipt});
    writeDelivery(landing, {program: 'bien-lai', sequence: 3, tables: {bien_lai: [receipt(9)]}});
    expect(known()).toBeUndefined();
    writeDelivery(landing, {program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt(9)]}});
    expect(known).toThrow('Lần giao số 2 đã được nhận với nội dung khác');
    expect(readReceipts(folder, '2026-03-30')).toEqual([]);
  }));

test('a receipt says when it landed, in the time of Vietnam', () =>
  onLandingGround(async ({deliver}) => {
    const {receipt: landed} = await deliver({program: 'bien-lai', tables: {bien_lai: [receipt(1)]}});
    expect(landed.landedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
  }));

test('progress is told file by file', () =>
  onLandingGround(async ({landing, contract, folder, db}) => {
    writeDelivery(landing, {
      program: 'bien-lai',
      tables: {bien_lai: csvFile('bien_lai', [receipt(1)], {gzip: true})},
    });
    const [delivery] = findDeliveries(landing).complete;
    const told: string[] = [];
    await landDelivery(delivery!, contract, folder, db, ({step, table, rows}) =>
      told.push(`${step} ${table} ${rows}`),
    );
    expect(told).toEqual(['verified bien_lai 1', 'read bien_lai 1']);
  }));

test('deliveries are found oldest first, then in the order of the programs', () =>
  onLandingGround(({landing}) => {
    for (const [date, program] of [
      ['2026-03-31', 'bien-lai'],
      ['2026-03-31', 'ho-tro-qd'],
      ['2026-03-03', 'bien-lai'],
    ] as const) {
      const tables =
        program === 'bien-lai'
          ? {bien_lai: [receipt(1)]}
          : {
              quyet_dinh: [
                {
                  ma_quyet_dinh: 'A',
                  ma_don_vi: 'CUC',
                  loai_quyet_dinh: 'HOAN',
                  ngay_tao: '2026-01-20 00:00:00',
                },
              ],
            };
      writeDelivery(landing, {date, program, tables});
    }
    const places = (options?: {date: string}) =>
      findDeliveries(landing, options).complete.map(
        ({businessDate, program}) => `${businessDate} ${program}`,
      );
    expect(places()).toEqual(['2026-03-03 bien-lai', '2026-03-31 ho-tro-qd', '2026-03-31 bien-lai']);
    expect(places({date: '2026-03-03'})).toEqual(['2026-03-03 bien-lai']);
    expect(findDeliveries(join(landing, 'nowhere'))).toEqual({complete: [], refused: [], incomplete: []});
  }));

test('a delivery that says its data are made up says so in its receipt', () =>
  onLandingGround(async ({deliver, folder}) => {
    const {receipt: landed} = await deliver({
      program: 'bien-lai',
      tables: {bien_lai: [receipt(1)]},
      falsify: (datapackage) => ({...datapackage, 'thads:demo': true}),
    });
    expect(landed.demo).toBe(true);
    expect(readFileSync(join(folder.deliveries, '2026-03-31', 'bien-lai.1.json'), 'utf8')).toContain(
      '"demo": true',
    );
  }));
