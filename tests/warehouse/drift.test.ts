import {expect, test} from 'vitest';
import {driftLines} from '../../warehouse/landing/drift.ts';
import {onLandingGround, parquetFile, type DeliveredRow, type LandingGround} from '../deliveries.ts';

const receipt = (more: DeliveredRow = {}): DeliveredRow => ({
  so_bien_lai: 'BL1',
  ma_don_vi: '38.KV05',
  ma_ho_so: null,
  so_tien: 1000,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
  ...more,
});

const deliver = async (ground: LandingGround, date: string, rows: readonly DeliveredRow[], sequence = 1) =>
  (await ground.deliver({date, program: 'bien-lai', sequence, tables: {bien_lai: rows}})).receipt;

test('columns that come and go since the delivery before are told, and those the contract does not have', () =>
  onLandingGround(async (ground) => {
    const first = await deliver(ground, '2026-03-29', [receipt({ghi_chu: 'x'})]);
    expect(driftLines(first)).toEqual([
      'Bản giao 2026-03-29/bien-lai, bien_lai.csv: cột ghi_chu không có trong hợp đồng dữ liệu nên không được nạp.',
    ]);

    const {ma_don_vi, so_tien, so_bien_lai, ngay_lap, da_huy} = receipt();
    const rest = {ma_don_vi, so_tien, so_bien_lai, ngay_lap, da_huy} as DeliveredRow;
    const second = await deliver(ground, '2026-03-31', [{...rest, nguon: 'y'}]);
    expect(second.tables[0]!.drift).toEqual([
      {column: 'nguon', kind: 'unknown'},
      {column: 'ma_ho_so', kind: 'missing'},
      {column: 'nguon', kind: 'new'},
      {column: 'ma_ho_so', kind: 'vanished'},
      {column: 'ghi_chu', kind: 'vanished'},
    ]);
    expect(driftLines(second)).toEqual([
      'Bản giao 2026-03-31/bien-lai, bien_lai.csv: cột nguon không có trong hợp đồng dữ liệu nên không được nạp.',
      'Bản giao 2026-03-31/bien-lai, bien_lai.csv: không có cột ma_ho_so của hợp đồng dữ liệu; mọi dòng được để trống cột này.',
      'Bản giao 2026-03-31/bien-lai, bien_lai.csv: cột nguon không có trong lần giao trước.',
      'Bản giao 2026-03-31/bien-lai, bien_lai.csv: cột ma_ho_so có trong lần giao trước, nay không còn.',
      'Bản giao 2026-03-31/bien-lai, bien_lai.csv: cột ghi_chu có trong lần giao trước, nay không còn.',
    ]);
  }));

test('a delivery is laid beside the one before its own date, and a correction beside what it corrects', () =>
  onLandingGround(async (ground) => {
    await deliver(ground, '2026-03-31', [receipt({later: 1})]);
    const between = await deliver(ground, '2026-03-30', [receipt()]);
    expect(driftLines(between)).toEqual([]);
    const correction = await deliver(ground, '2026-03-30', [receipt({earlier: 1})], 2);
    expect(correction.tables[0]!.drift).toEqual([
      {column: 'earlier', kind: 'unknown'},
      {column: 'earlier', kind: 'new'},
    ]);
  }));

test('a Parquet column whose type has changed is told with both types; a change from CSV says nothing', () =>
  onLandingGround(async (ground) => {
    const land = async (date: string, type: string) =>
      (
        await ground.deliver({
          date,
          program: 'bien-lai',
          tables: {
            bien_lai: await parquetFile(
              'bien_lai',
              `select 'BL1' as so_bien_lai, 'CUC' as ma_don_vi, null::varchar as ma_ho_so, 5::${type} as so_tien,
                   timestamp '2026-03-31 08:00:00' as ngay_lap, false as da_huy`,
              ground.scratch,
              ground.db,
            ),
          },
        })
      ).receipt;
    await deliver(ground, '2026-03-28', [receipt()]);
    expect(driftLines(await land('2026-03-29', 'integer'))).toEqual([]);
    expect(driftLines(await land('2026-03-30', 'bigint'))).toEqual([
      'Bản giao 2026-03-30/bien-lai, bien_lai.parquet: cột so_tien đổi kiểu từ INTEGER sang BIGINT.',
    ]);
    expect(driftLines(await land('2026-03-31', 'bigint'))).toEqual([]);
  }));
