import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {onLandingGround, parquetFile, type LandingGround} from '../deliveries.ts';

const clean = `select 'BL' || i as so_bien_lai, 'CUC' as ma_don_vi, null::varchar as ma_ho_so, i * 1000 as so_tien,
    timestamp '2026-03-31 08:00:00' as ngay_lap, false as da_huy from range(1, 4) as numbers (i)`;

const deliver = async (ground: LandingGround, select: string, sequence = 1) =>
  ground.deliver({
    program: 'bien-lai',
    sequence,
    tables: {bien_lai: await parquetFile('bien_lai', select, ground.scratch, ground.db)},
  });

test('a clean Parquet file lands byte for byte', () =>
  onLandingGround(async (ground) => {
    const {receipt} = await deliver(ground, clean);
    const delivered = readFileSync(join(ground.landing, '2026-03-31', 'bien-lai', 'bien_lai.parquet'));
    expect(readFileSync(join(ground.folder.root, receipt.tables[0]!.lakeFile)).equals(delivered)).toBe(true);
    expect(receipt.tables[0]).toMatchObject({
      rows: 3,
      loaded: 3,
      quarantined: 0,
      nulledValues: 0,
      normalisedTexts: 0,
    });
  }));

test.each([
  [
    'columns in another order',
    `select da_huy, ngay_lap, so_tien, ma_ho_so, ma_don_vi, so_bien_lai from (${clean})`,
  ],
  ['whole numbers of 32 bits', `select * replace (so_tien::integer as so_tien) from (${clean})`],
  ['unsigned whole numbers', `select * replace (so_tien::ubigint as so_tien) from (${clean})`],
  ['decimals without a fraction', `select * replace (so_tien::decimal(18, 0) as so_tien) from (${clean})`],
  ['moments in nanoseconds', `select * replace (ngay_lap::timestamp_ns as ngay_lap) from (${clean})`],
  ['moments in milliseconds', `select * replace (ngay_lap::timestamp_ms as ngay_lap) from (${clean})`],
  ['everything as text', `select columns(*)::varchar from (${clean})`],
  ['empty text for NULL', `select * replace ('' as ma_ho_so) from (${clean})`],
  ['a column that is not known', `select *, 1.5::double as ghi_chu from (${clean})`],
])('a Parquet file with %s reads the same', (_, select) =>
  onLandingGround(async (ground) => {
    await deliver(ground, select);
    expect(
      await ground.lake('bien_lai', 'so_bien_lai, ma_don_vi, ma_ho_so, so_tien, ngay_lap, da_huy'),
    ).toEqual(
      [1, 2, 3].map((i) => ({
        so_bien_lai: `BL${i}`,
        ma_don_vi: 'CUC',
        ma_ho_so: null,
        so_tien: i * 1000,
        ngay_lap: '2026-03-31 08:00:00',
        da_huy: false,
      })),
    );
    expect(
      await ground.lake('bien_lai', 'distinct typeof(so_tien) as money, typeof(ngay_lap) as moment'),
    ).toEqual([{money: 'BIGINT', moment: 'TIMESTAMP'}]);
    expect(await ground.quarantine('bien_lai')).toEqual([]);
  }),
);

test('rows and values of a Parquet file that cannot be used are recorded by the row they are in', () =>
  onLandingGround(async (ground) => {
    const {receipt} = await deliver(
      ground,
      `select * replace (
           case when i = 3 then 'A1' when i < 5 then 'A' || i end as so_bien_lai,
           case i when 2 then -5 else i end::varchar as so_tien
       )
       from (select 'A' as so_bien_lai, 'CUC' as ma_don_vi, 'x' as ma_ho_so, 0 as so_tien,
           timestamp '2026-03-31 08:00:00' as ngay_lap, false as da_huy, i from range(1, 6) as numbers (i))`,
    );
    expect(await ground.quarantine('bien_lai')).toEqual([
      {line: 2, column_name: 'so_tien', value: '-5', reason: 'broken_check', kept_row: false},
      {line: 3, column_name: 'so_bien_lai', value: 'A1', reason: 'duplicate_key', kept_row: false},
      {line: 5, column_name: 'so_bien_lai', value: null, reason: 'missing_key', kept_row: false},
    ]);
    expect(await ground.lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'A1'}, {so_bien_lai: 'A4'}]);
    expect(receipt.tables[0]).toMatchObject({
      rows: 5,
      loaded: 2,
      quarantined: 3,
      drift: [{column: 'i', kind: 'unknown'}],
    });
  }));

test('a key twice in an otherwise clean Parquet file keeps the first row', () =>
  onLandingGround(async (ground) => {
    await deliver(
      ground,
      `${clean} union all select 'BL2', 'CUC', null, 9, timestamp '2026-03-31 09:00:00', true`,
    );
    expect(await ground.lake('bien_lai', 'so_tien')).toEqual([
      {so_tien: 1000},
      {so_tien: 2000},
      {so_tien: 3000},
    ]);
    expect(await ground.quarantine('bien_lai')).toMatchObject([
      {line: 4, value: 'BL2', reason: 'duplicate_key'},
    ]);
  }));

test('text of a Parquet file in another form than NFC is normalised and counted', () =>
  onLandingGround(async (ground) => {
    const {receipt} = await deliver(
      ground,
      `select * replace ('${'Hồ sơ'.normalize('NFD')}' as ma_ho_so) from (${clean})`,
    );
    expect(await ground.lake('bien_lai', 'distinct ma_ho_so')).toEqual([{ma_ho_so: 'Hồ sơ'}]);
    expect(receipt.tables[0]!.normalisedTexts).toBe(3);
  }));

test.each([
  ['so_tien', 'double', 'DOUBLE', 'BIGINT'],
  ['so_tien', 'decimal(18, 2)', 'DECIMAL(18,2)', 'BIGINT'],
  ['ngay_lap', 'date', 'DATE', 'TIMESTAMP'],
  ['ngay_lap', 'timestamptz', 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMP'],
  ['da_huy', 'integer', 'INTEGER', 'BOOLEAN'],
  ['so_bien_lai', 'blob', 'BLOB', 'VARCHAR'],
])('a Parquet file with %s as %s is refused, naming both types', (column, type, found, wanted) =>
  onLandingGround(async (ground) => {
    await expect(
      deliver(ground, `select * replace (${column}::${type} as ${column}) from (${clean})`),
    ).rejects.toThrow(
      `bien_lai.parquet: cột ${column} có kiểu ${found} nhưng hợp đồng dữ liệu cần ${wanted}; hãy xuất lại tệp với đúng kiểu.`,
    );
    expect(await ground.lake('bien_lai')).toEqual([]);
  }),
);

test('a Parquet file with another number of rows than declared is refused', () =>
  onLandingGround(async (ground) => {
    const file = await parquetFile('bien_lai', clean, ground.scratch, ground.db);
    await expect(
      ground.deliver({program: 'bien-lai', tables: {bien_lai: {...file, rows: 4}}}),
    ).rejects.toThrow('bien_lai.parquet: đọc được 3 dòng dữ liệu nhưng datapackage.json khai 4;');
  }));

test('a Parquet file damaged before it was hashed is refused', () =>
  onLandingGround(async (ground) => {
    const file = await parquetFile('bien_lai', clean, ground.scratch, ground.db);
    const content = file.content.map((byte, i) => (i > 3 && i < 60 ? byte ^ 0xff : byte));
    await expect(
      ground.deliver({program: 'bien-lai', tables: {bien_lai: {...file, content}}}),
    ).rejects.toThrow('bien_lai.parquet: không đọc được tệp Parquet');
  }));
