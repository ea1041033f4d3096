/** The signals of entry for form’s sake (§ 2.4, § 2.6), on rows that just signal and rows that just do not. */
import {describe, expect, test} from 'vitest';
import {recordsOf, withDatabase} from '../../warehouse/database.ts';
import {sqlFiles, tablesRead} from '../../warehouse/models.ts';
import {signalsModel} from '../../warehouse/signals.ts';
import {onSmallNight, type Deliveries} from '../small-night.ts';

type Row = Record<string, unknown>;

const signalled = (signal: string, deliveries: Deliveries, night?: string) =>
  onSmallNight(
    deliveries,
    (db) =>
      recordsOf<{
        office_id: string;
        officer_id: string | null;
        case_id: string | null;
        happened_on: string | null;
        found: string;
      }>(db, `select * from signals.${signal} order by all`),
    night,
  );

const deleted = {ngay_xoa: '2026-03-01 08:00:00'};

/** As many files as asked, entered at even distances from a moment on. */
const entered = (name: string, files: number, from: string, seconds: number, row: Row): Row[] =>
  Array.from({length: files}, (_, i) => ({
    ma_ho_so: `${name}${i}`,
    ngay_nhap: new Date(Date.parse(`${from}Z`) + (i * seconds * 1000) / (files - 1))
      .toISOString()
      .slice(0, 23)
      .replace('T', ' '),
    ...row,
  }));

describe('bulk entry', () => {
  test('is 50 files by one person within 60 seconds, wherever the minute begins', async () => {
    expect(
      await signalled('bulk_entry', {
        ho_so: [
          ...entered('burst', 50, '2026-02-02T09:00:30', 60, {nguoi_nhap: 'c1'}),
          ...entered('slower', 50, '2026-02-02T09:00:30', 60.1, {nguoi_nhap: 'c2'}),
          ...entered('fewer', 49, '2026-02-02T09:00:30', 10, {nguoi_nhap: 'c3'}),
          ...entered('nobody', 60, '2026-02-02T09:00:30', 10, {}),
          ...entered('deleted', 60, '2026-02-02T09:00:30', 10, {nguoi_nhap: 'c4', ...deleted}),
        ],
      }),
    ).toEqual([
      {
        office_id: '38.KV01',
        officer_id: 'c1',
        case_id: null,
        happened_on: '2026-02-02',
        found: '50 hồ sơ trong 60 giây, từ 09:00:30 02/02/2026',
      },
    ]);
  });

  test('is one burst while full windows follow one another, and another after a pause', async () => {
    const rows = await signalled('bulk_entry', {
      ho_so: [
        ...entered('long', 201, '2026-02-02T09:00:00', 200, {nguoi_nhap: 'c1'}),
        ...entered('again', 60, '2026-02-02T09:10:00', 10, {nguoi_nhap: 'c1', ma_don_vi: '38.NV1'}),
        // Before and after the burst, but not of it.
        {ma_ho_so: 'before', nguoi_nhap: 'c1', ngay_nhap: '2026-02-02 08:58:00'},
        {ma_ho_so: 'after', nguoi_nhap: 'c1', ngay_nhap: '2026-02-02 09:20:00'},
      ],
    });
    expect(rows.map(({office_id, found}) => [office_id, found])).toEqual([
      ['38.KV01', '201 hồ sơ trong 200 giây, từ 09:00:00 02/02/2026'],
      ['38.NV1', '60 hồ sơ trong 10 giây, từ 09:10:00 02/02/2026'],
    ]);
  });
});

test('night entry begins at 23:00 and ends at 05:00, under the person who entered', async () => {
  const at = (moment: string) => ({ngay_nhap: `2026-02-02 ${moment}`, nguoi_nhap: 'c2', ma_chv: 'c1'});
  const rows = await signalled('night_entry', {
    ho_so: [
      {ma_ho_so: 'evening', ...at('22:59:59')},
      {ma_ho_so: 'late', ...at('23:00:00')},
      {ma_ho_so: 'midnight', ...at('00:00:00')},
      {ma_ho_so: 'early', ...at('04:59:59')},
      {ma_ho_so: 'morning', ...at('05:00:00')},
      {ma_ho_so: 'gone', ...at('02:00:00'), ...deleted},
    ],
  });
  expect(new Set(rows.map(({happened_on}) => happened_on))).toEqual(new Set(['2026-02-02']));
  expect(rows.map(({officer_id, case_id, found}) => [officer_id, case_id, found])).toEqual([
    ['c2', 'early', 'nhập lúc 04:59:59 02/02/2026'],
    ['c2', 'late', 'nhập lúc 23:00:00 02/02/2026'],
    ['c2', 'midnight', 'nhập lúc 00:00:00 02/02/2026'],
  ]);
});

test('a repeated amount is in 20 files of one officer, court fees left out', async () => {
  const owing = (name: string, files: number, amount: number, row: Row) =>
    Array.from({length: files}, (_, i) => ({ma_ho_so: `${name}${i}`, amount, ...row}));
  const owed = [
    ...owing('twenty', 20, 5_000_000, {ma_chv: 'c1'}),
    ...owing('nineteen', 19, 5_000_000, {ma_chv: 'c2'}),
    ...owing('fee', 30, 300_000, {ma_chv: 'c1'}),
    ...owing('nobody', 30, 5_000_000, {}),
    ...owing('gone', 1, 5_000_000, {ma_chv: 'c2', ...deleted}),
  ];
  const rows = await signalled('repeated_amount', {
    ho_so: owed.map(({amount: _, ...file}) => file),
    khoan_tien: [
      ...owed.map(({ma_ho_so, amount}) => ({ma_khoan: `k_${ma_ho_so}`, ma_ho_so, phai_thi_hanh: amount})),
      // The same amount twice in one file makes no second file.
      {ma_khoan: 'k_again', ma_ho_so: 'nineteen0', phai_thi_hanh: 5_000_000},
    ],
  });
  expect(new Set(rows.map(({officer_id}) => officer_id))).toEqual(new Set(['c1']));
  expect(new Set(rows.map(({case_id}) => case_id)).size).toBe(20);
  expect(rows[0]).toEqual({
    office_id: '38.KV01',
    officer_id: 'c1',
    case_id: 'twenty0',
    // Of no day: what repeats is what is in the files.
    happened_on: null,
    found: 'phải thi hành 5.000.000 đồng ở 20 hồ sơ của cùng chấp hành viên',
  });
});

describe('a deadline rush', () => {
  // The plan's deadline is 25/03/2026 23:59:59.
  const rush = [
    ...entered('early', 9, '2026-02-02T09:00:00', 8, {}),
    {ma_ho_so: 'last', ngay_nhap: '2026-03-25 23:59:59'},
    ...entered('calm', 10, '2026-02-02T09:00:00', 9, {ma_don_vi: '38.NV1'}),
    {ma_ho_so: 'before', ma_don_vi: '38.NV1', ngay_nhap: '2026-03-24 23:59:59'},
    {ma_ho_so: 'after', ma_don_vi: '38.NV1', ngay_nhap: '2026-03-26 00:00:00'},
    {ma_ho_so: 'gone', ma_don_vi: '38.NV1', ngay_nhap: '2026-03-25 12:00:00', ...deleted},
  ];

  test('is one entry in ten of an office in the last 24 hours', async () => {
    expect(await signalled('deadline_rush', {ho_so: rush})).toEqual([
      {
        office_id: '38.KV01',
        officer_id: null,
        case_id: null,
        happened_on: '2026-03-25',
        found: '1 trên 10 hồ sơ nhập trước hạn 25/03/2026 được nhập ngay sát hạn (10,0 %)',
      },
    ]);
  });

  test('is told once the deadline has passed, not before', async () => {
    expect(await signalled('deadline_rush', {ho_so: rush}, '2026-03-24')).toEqual([]);
    expect(await signalled('deadline_rush', {ho_so: rush}, '2026-03-25')).toHaveLength(1);
  });
});

test('a backdated entry says it was entered before the cut-off of a night on which it was absent', async () => {
  const rows = await onSmallNight({}, async (db) => {
    await db.run(`create or replace table marts.entries as
      select
          case_id,
          '38.KV01' as office_id,
          'c1' as officer_id,
          recorded_at::timestamp as recorded_at,
          absent_before::date as absent_before,
          greatest(recorded_at::timestamp, absent_before::date + interval 1 day) as entered_at,
      from (values
          ('backdated', '2026-03-10 23:59:59', '2026-03-10'),
          ('honest', '2026-03-11 00:00:00', '2026-03-10'),
          ('first_night', '2026-03-01 09:00:00', null)
      ) as entries (case_id, recorded_at, absent_before)`);
    return recordsOf(db, 'select * from signals.backdated_entry');
  });
  expect(rows).toEqual([
    {
      office_id: '38.KV01',
      officer_id: 'c1',
      case_id: 'backdated',
      happened_on: '2026-03-10',
      found: 'ghi nhập 10/03/2026 23:59:59, đêm 10/03/2026 chưa có',
    },
  ]);
});

describe('the table of all signals', () => {
  test('is made from every file of signals there is', async () => {
    const read = await withDatabase(':memory:', {}, (db) => tablesRead(signalsModel().sql, db));
    expect(read).toEqual(sqlFiles('signals').map(({name}) => `signals.${name}`));
  });

  test('keeps each time one was found, under its name', async () => {
    const rows = await onSmallNight(
      {
        ho_so: [
          ...entered('late', 2, '2026-02-02T23:00:00', 60, {nguoi_nhap: 'c1'}),
          ...entered('burst', 50, '2026-02-02T09:00:00', 50, {nguoi_nhap: 'c1'}),
        ],
      },
      (db) =>
        recordsOf(
          db,
          'select signal, case_id, officer_id, office_id from marts.signals order by signal, case_id',
        ),
    );
    const found = {officer_id: 'c1', office_id: '38.KV01'};
    expect(rows).toEqual([
      {signal: 'bulk_entry', case_id: null, ...found},
      {signal: 'night_entry', case_id: 'late0', ...found},
      {signal: 'night_entry', case_id: 'late1', ...found},
    ]);
  });
});
