/** Every metric of § 2.2 and § 2.3, on rows one can count on one's fingers. */
import {describe, expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {metrics, statusOf, valueOf} from '../../warehouse/metrics.ts';
import {figuresOf, onSmallNight} from '../small-night.ts';

const files = (...rows: Record<string, unknown>[]) => rows.map((row, i) => ({ma_ho_so: `h${i + 1}`, ...row}));

describe('completion', () => {
  test('counts what is entered over what is required', async () => {
    const figures = await figuresOf('completion_rate', {
      chi_tieu_nhap: [{so_phai_nhap: 3}],
      ho_so: files({}, {}),
    });
    expect(figures).toEqual([{office_id: '38.KV01', numerator: 2, denominator: 3}]);
  });

  test('caps each office and kind of data, so that a surplus hides no gap', async () => {
    const deliveries = {
      chi_tieu_nhap: [
        {so_phai_nhap: 1, loai_du_lieu: 'TON_CU'},
        {so_phai_nhap: 4, loai_du_lieu: 'PHAT_SINH'},
        {so_phai_nhap: 2, ma_don_vi: '14.KV01'},
      ],
      ho_so: files({}, {}, {}, {loai_du_lieu: 'PHAT_SINH'}, {ma_don_vi: '14.KV01'}),
    };
    expect(await figuresOf('completion_rate', deliveries)).toEqual([
      {office_id: '14.KV01', numerator: 1, denominator: 2},
      {office_id: '38.KV01', numerator: 2, denominator: 5},
    ]);
    expect(await figuresOf('files_missing', deliveries)).toEqual([
      {office_id: '14.KV01', numerator: 1, denominator: null},
      {office_id: '38.KV01', numerator: 3, denominator: null},
    ]);
  });

  test('adds the targets of an office’s officers and of nobody', async () => {
    const figures = await figuresOf('completion_rate', {
      chi_tieu_nhap: [{so_phai_nhap: 2, ma_can_bo: 'c1'}, {so_phai_nhap: 1}],
      ho_so: files({}),
    });
    expect(figures).toEqual([{office_id: '38.KV01', numerator: 1, denominator: 3}]);
  });

  test('leaves out deleted files and all but the first of duplicates', async () => {
    const same = {so_ban_an: '12/2025/DS-ST', ngay_ban_an: '2025-06-01', toa_an: 'Tòa A', so_qd_tha: '5/QĐ'};
    const figures = await figuresOf('completion_rate', {
      chi_tieu_nhap: [{so_phai_nhap: 9}],
      ho_so: files(
        {...same, ngay_nhap: '2026-02-03 08:00:00'},
        {...same, ngay_nhap: '2026-02-02 08:00:00', so_ban_an: '  12/2025/ds-st '},
        {...same, toa_an: 'TÒA  a', so_qd_tha: '5/qđ'.toUpperCase(), ngay_nhap: '2026-02-04 08:00:00'},
        {...same, ma_don_vi: '38.NV1'},
        {...same, so_qd_tha: null},
        {...same, so_ban_an: '13/2025/DS-ST', ngay_xoa: '2026-03-01 08:00:00'},
      ),
    });
    // h2 is the first entered of h1, h2, h3; h4 is another office's; h5 lacks a number; h6 is deleted.
    expect(figures).toEqual([
      {office_id: '38.KV01', numerator: 2, denominator: 9},
      {office_id: '38.NV1', numerator: 0, denominator: 0},
    ]);
  });

  test('takes the smallest number of files entered at one moment as the first', async () => {
    const same = {so_ban_an: '1', ngay_ban_an: '2025-06-01', toa_an: 'Tòa A', so_qd_tha: '5'};
    const counted = await onSmallNight({ho_so: files(same, same)}, (db) =>
      recordsOf(db, 'select case_id, is_counted from marts.case_files order by case_id'),
    );
    expect(counted).toEqual([
      {case_id: 'h1', is_counted: true},
      {case_id: 'h2', is_counted: false},
    ]);
  });

  test('is no value, not 0 or 100 %, where nothing is required', () => {
    expect(valueOf('ratio', 0, 0)).toBeNull();
    expect(valueOf('ratio', null, null)).toBeNull();
    expect(statusOf(null, 'higher', null)).toBe('no_data');
  });

  test('of petitions counts the system KNTC by itself', async () => {
    const deliveries = {
      chi_tieu_nhap: [{so_phai_nhap: 5}, {so_phai_nhap: 2, he_thong: 'KNTC'}],
      ho_so: files({}),
      don_thu: [{ma_don: 'd1'}, {ma_don: 'd2', ngay_xoa: '2026-03-01 08:00:00'}],
    };
    expect(await figuresOf('petition_completion_rate', deliveries)).toEqual([
      {office_id: '38.KV01', numerator: 1, denominator: 2},
    ]);
    expect(await figuresOf('completion_rate', deliveries)).toEqual([
      {office_id: '38.KV01', numerator: 1, denominator: 5},
    ]);
  });

  test('of an officer takes the officer’s targets and files of all offices, shown where the officer works', async () => {
    const figures = await figuresOf('officer_completion_rate', {
      can_bo: [{ma_can_bo: 'c1'}, {ma_can_bo: 'c2'}],
      chi_tieu_nhap: [
        {so_phai_nhap: 2, ma_can_bo: 'c1'},
        {so_phai_nhap: 1, ma_can_bo: 'c1', ma_don_vi: '38.NV1'},
        {so_phai_nhap: 7},
      ],
      ho_so: files({ma_chv: 'c1'}, {ma_chv: 'c1', ma_don_vi: '38.NV1'}, {ma_chv: 'c2'}, {}),
    });
    expect(figures).toEqual([{office_id: '38.KV01', numerator: 2, denominator: 3}]);
  });
});

describe('money', () => {
  const item = (row: Record<string, unknown>) => ({
    ma_ho_so: 'h1',
    phai_thi_hanh: 300,
    da_thi_hanh: 100,
    con_phai_thi_hanh: 200,
    ...row,
  });
  const stateWith = async (...items: Record<string, unknown>[]) =>
    onSmallNight(
      {ho_so: files({co_tien: true}), khoan_tien: items.map((row, i) => ({ma_khoan: `k${i}`, ...row}))},
      async (db) =>
        (await recordsOf<{money_state: string}>(db, 'select money_state from marts.case_files'))[0]!
          .money_state,
    );

  test('is complete when every item has its three amounts and they add up', async () => {
    expect(await stateWith(item({}))).toBe('complete');
    expect(await stateWith(item({giam_mien: 50, con_phai_thi_hanh: 150}))).toBe('complete');
    expect(await stateWith(item({}), item({phai_thi_hanh: 2, da_thi_hanh: 2, con_phai_thi_hanh: 0}))).toBe(
      'complete',
    );
  });

  test('is none without an item, or when all items are empty or typed in for form’s sake', async () => {
    expect(await stateWith()).toBe('none');
    expect(await stateWith(item({phai_thi_hanh: null, da_thi_hanh: null, con_phai_thi_hanh: 0}))).toBe(
      'none',
    );
    expect(await stateWith(item({phai_thi_hanh: 1, da_thi_hanh: 0, con_phai_thi_hanh: 1}))).toBe('none');
    expect(await stateWith(item({phai_thi_hanh: 0, da_thi_hanh: 5}))).toBe('none');
  });

  test('is partial when anything else is wrong with it', async () => {
    expect(await stateWith(item({con_phai_thi_hanh: 199}))).toBe('partial');
    expect(await stateWith(item({con_phai_thi_hanh: null}))).toBe('partial');
    expect(await stateWith(item({da_thi_hanh: -100, con_phai_thi_hanh: 400}))).toBe('partial');
    expect(await stateWith(item({}), item({phai_thi_hanh: 1, da_thi_hanh: 0, con_phai_thi_hanh: 1}))).toBe(
      'partial',
    );
    expect(await stateWith(item({phai_thi_hanh: null}))).toBe('partial');
  });

  test('counts amounts that no sum can hold as wrong, and goes on', async () => {
    const huge = 9_000_000_000_000_000_000n;
    expect(await stateWith(item({phai_thi_hanh: huge, da_thi_hanh: huge, con_phai_thi_hanh: huge}))).toBe(
      'partial',
    );
  });

  const deliveries = {
    ho_so: files(
      {co_tien: true, ma_chv: 'c1'},
      {co_tien: true, ma_chv: 'c1'},
      {co_tien: false},
      {co_tien: true, ngay_xoa: '2026-03-01 08:00:00'},
    ),
    khoan_tien: [
      {ma_khoan: 'k1', ...item({})},
      {ma_khoan: 'k2', ...item({ma_ho_so: 'h2'})},
      {ma_khoan: 'k3', ...item({ma_ho_so: 'h2', con_phai_thi_hanh: null})},
      {ma_khoan: 'k4', ...item({ma_ho_so: 'h4'})},
    ],
  };

  test('coverage counts files with money that count', async () => {
    expect(await figuresOf('money_coverage', deliveries)).toEqual([
      {office_id: '38.KV01', numerator: 1, denominator: 2},
    ]);
  });

  test('coverage of items counts their items', async () => {
    expect(await figuresOf('money_item_coverage', deliveries)).toEqual([
      {office_id: '38.KV01', numerator: 2, denominator: 3},
    ]);
  });

  test('amount is compared with the latest paper report that is over, final before preliminary', async () => {
    const paper = [
      {so_thang: 4, gia_tri: 111},
      {so_thang: 5, gia_tri: 800, phien_ban: 'SO_BO'},
      {so_thang: 5, gia_tri: 1000},
      {so_thang: 7, gia_tri: 222},
      {so_thang: 5, gia_tri: 333, chi_tieu: 'TONG_THU_LY'},
    ];
    // h1 300, h2 300 + 300; h4 is deleted. Month 7 ends on 30/04, after the night.
    expect(await figuresOf('money_amount_coverage', {...deliveries, bao_cao_giay: paper})).toEqual([
      {office_id: '38.KV01', numerator: 900, denominator: 1000},
    ]);
  });

  test('amount is compared at the province where paper knows only its total', async () => {
    const paper = [{ma_don_vi: '38', gia_tri: 1800}];
    expect(await figuresOf('money_amount_coverage', {...deliveries, bao_cao_giay: paper})).toEqual([
      {office_id: '38', numerator: 900, denominator: 1800},
    ]);
  });

  test('amount counts an office once, though its province reports a total too', async () => {
    const paper = [{ma_don_vi: '38', gia_tri: 1800}, {gia_tri: 1000}];
    expect(await figuresOf('money_amount_coverage', {...deliveries, bao_cao_giay: paper})).toEqual([
      {office_id: '38.KV01', numerator: 900, denominator: 1000},
    ]);
  });
});

test('figures are judged by the target in force, in the direction that is better', () => {
  const target = {goal: 1, floor: 0.95, deadline: null, letter: '', clause: '', by_default: false};
  expect(['met', 'near', 'near', 'missed']).toEqual(
    [1, 0.9956, 0.95, 0.9499].map((value) => statusOf(value, metrics.completion_rate.better, target)),
  );
  expect(statusOf(3, 'lower', {...target, goal: 0, floor: 0})).toBe('missed');
  expect(statusOf(0, 'lower', {...target, goal: 0, floor: 0})).toBe('met');
  expect(statusOf(0.5, 'higher', null)).toBe('no_target');
});

test('the days of entry are capped, and add up to what is done', async () => {
  const days = await onSmallNight(
    {
      chi_tieu_nhap: [{so_phai_nhap: 3}],
      ho_so: files(
        {ngay_nhap: '2026-02-02 09:00:00'},
        {ngay_nhap: '2026-02-03 09:00:00'},
        {ngay_nhap: '2026-02-03 10:00:00'},
        {ngay_nhap: '2026-02-03 11:00:00'},
        {ngay_nhap: '2026-02-04 09:00:00'},
      ),
    },
    (db) =>
      recordsOf(db, 'select entered_on, files_entered, files_done from marts.entry_days order by entered_on'),
  );
  expect(days).toEqual([
    {entered_on: '2026-02-02', files_entered: 1, files_done: 1},
    {entered_on: '2026-02-03', files_entered: 3, files_done: 2},
    {entered_on: '2026-02-04', files_entered: 1, files_done: 0},
  ]);
});

test('a province has the name and type that are valid on the night', async () => {
  const typeOn = (night: string) =>
    onSmallNight(
      {don_vi: [{ma_don_vi: '75', cap_don_vi: 'TINH', ma_tinh: '75'}]},
      (db) => recordsOf(db, 'select province_name, province_type from marts.provinces'),
      night,
    );
  expect(await typeOn('2026-04-29')).toEqual([{province_name: 'Đồng Nai', province_type: 'tỉnh'}]);
  expect(await typeOn('2026-04-30')).toEqual([
    {province_name: 'Đồng Nai', province_type: 'thành phố trực thuộc trung ương'},
  ]);
});
