/** The rules of § 2.4 over petitions, on petitions that just offend and petitions that just do not. */
import {expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {onSmallNight, type Deliveries} from '../small-night.ts';

type Row = Record<string, unknown>;

/** Petitions named for what is the matter with them. */
const petitions = (cases: Record<string, Row>): Row[] =>
  Object.entries(cases).map(([ma_don, row]) => ({ma_don, ...row}));

/** What a rule finds on the night of 31/03/2026, petition by petition. */
async function found(rule: string, deliveries: Deliveries): Promise<Record<string, string>> {
  const rows = await onSmallNight(deliveries, (db) =>
    recordsOf<{petition_id: string; found: string}>(
      db,
      `select petition_id, found from petition_defects.${rule} order by petition_id`,
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.petition_id, row.found]));
}

const deleted = {ngay_xoa: '2026-03-01 08:00:00'};

test('a petition received after the day it was entered offends, on that day it does not', async () => {
  const entered = {ngay_nhap: '2026-03-01 00:00:00'};
  expect(
    await found('petition_received_after_entered', {
      don_thu: petitions({
        after: {...entered, ngay_nhan: '2026-03-02'},
        same_day: {...entered, ngay_nhan: '2026-03-01'},
        gone: {...entered, ngay_nhan: '2026-03-02', ...deleted},
      }),
    }),
  ).toEqual({after: 'nhận 02/03/2026, nhập 01/03/2026'});
});

test('a petition settled before it was received offends, on that day or unsettled it does not', async () => {
  expect(
    await found('petition_settled_before_received', {
      don_thu: petitions({
        before: {ngay_giai_quyet: '2025-11-30'},
        same_day: {ngay_giai_quyet: '2025-12-01'},
        unsettled: {},
        gone: {ngay_giai_quyet: '2025-11-30', ...deleted},
      }),
    }),
  ).toEqual({before: 'giải quyết 30/11/2025, nhận 01/12/2025'});
});

test('a petition that is open and has a date of settlement offends', async () => {
  const settled = {ngay_giai_quyet: '2026-01-10'};
  expect(
    await found('petition_settled_but_open', {
      don_thu: petitions({
        new: {...settled, tinh_trang: 'MOI'},
        running: {...settled, tinh_trang: 'DANG_GIAI_QUYET'},
        settled: {...settled, tinh_trang: 'DA_GIAI_QUYET'},
        refused: {...settled, tinh_trang: 'KHONG_THU_LY'},
        open: {},
        gone: {...settled, ...deleted},
      }),
    }),
  ).toEqual({
    new: 'có ngày giải quyết 10/01/2026, tình trạng mới',
    running: 'có ngày giải quyết 10/01/2026, tình trạng đang giải quyết',
  });
});

test('a settled petition without its date offends, a refused one does not', async () => {
  expect(
    await found('petition_settled_without_date', {
      don_thu: petitions({
        undated: {tinh_trang: 'DA_GIAI_QUYET'},
        dated: {tinh_trang: 'DA_GIAI_QUYET', ngay_giai_quyet: '2026-01-10'},
        refused: {tinh_trang: 'KHONG_THU_LY'},
        open: {},
        gone: {tinh_trang: 'DA_GIAI_QUYET', ...deleted},
      }),
    }),
  ).toEqual({undated: 'đã giải quyết, thiếu ngày giải quyết'});
});

test('any date or moment of a petition after the night offends, up to 24:00 of the night it does not', async () => {
  expect(
    await found('petition_date_in_future', {
      don_thu: petitions({
        received: {ngay_nhan: '2026-04-01'},
        settled: {ngay_giai_quyet: '2026-04-01'},
        entered: {ngay_nhap: '2026-04-01 00:00:00'},
        changed: {ngay_cap_nhat: '2026-04-01 00:00:00'},
        on_the_night: {
          ngay_nhan: '2026-03-31',
          ngay_giai_quyet: '2026-03-31',
          ngay_nhap: '2026-03-31 23:59:59',
          ngay_cap_nhat: '2026-03-31 23:59:59',
        },
        gone: {ngay_nhan: '2026-04-01', ...deleted},
      }),
    }),
  ).toEqual({
    received: 'ngày nhận 01/04/2026',
    settled: 'ngày giải quyết 01/04/2026',
    entered: 'thời điểm nhập 01/04/2026 00:00:00',
    changed: 'thời điểm cập nhật 01/04/2026 00:00:00',
  });
});

test('a petition nobody is in charge of offends', async () => {
  expect(
    await found('petition_missing_officer', {
      don_thu: petitions({nobody: {}, blank: {ma_can_bo: ' '}, somebody: {ma_can_bo: 'c1'}, gone: deleted}),
    }),
  ).toEqual({nobody: 'thiếu người phụ trách', blank: 'thiếu người phụ trách'});
});

test('a petition whose office, officer or case file does not exist offends; one about no file does not', async () => {
  expect(
    await found('petition_unknown_reference', {
      can_bo: [{ma_can_bo: 'c1'}],
      ho_so: [{ma_ho_so: 'h1'}, {ma_ho_so: 'h2', ...deleted}],
      don_thu: petitions({
        known: {ma_can_bo: 'c1', ma_ho_so: 'h1'},
        of_the_department: {ma_don_vi: '38'},
        about_a_deleted_file: {ma_ho_so: 'h2'},
        absent: {},
        office: {ma_don_vi: '38.KV99'},
        officer: {ma_can_bo: 'c9'},
        file: {ma_ho_so: 'h9', ma_can_bo: 'c9'},
        gone: {ma_ho_so: 'h9', ...deleted},
      }),
    }),
  ).toEqual({
    office: 'không có trong danh mục: đơn vị 38.KV99',
    officer: 'không có trong danh mục: người phụ trách c9',
    file: 'không có trong danh mục: người phụ trách c9, hồ sơ h9',
  });
});

test('an open petition nobody has changed for more than 30 days offends', async () => {
  const old = {ngay_cap_nhat: '2026-02-28 23:59:59'};
  const words = 'cập nhật lần cuối 28/02/2026, đã 31 ngày';
  expect(
    await found('petition_stale', {
      don_thu: petitions({
        new: old,
        running: {...old, tinh_trang: 'DANG_GIAI_QUYET'},
        thirty_days: {ngay_cap_nhat: '2026-03-01 00:00:00'},
        settled: {...old, tinh_trang: 'DA_GIAI_QUYET'},
        refused: {...old, tinh_trang: 'KHONG_THU_LY'},
        gone: {...old, ...deleted},
      }),
    }),
  ).toEqual({new: words, running: words});
});

test('a new petition entered more than 5 working days after it was received offends; Tết does not count', async () => {
  const added = (ngay_nhan: string, ngay_nhap: string) => ({
    loai_du_lieu: 'PHAT_SINH',
    ngay_nhan,
    ngay_nhap: `${ngay_nhap} 16:00:00`,
  });
  expect(
    await found('petition_entered_late', {
      don_thu: petitions({
        five: added('2026-03-02', '2026-03-09'),
        six: added('2026-03-02', '2026-03-10'),
        over_tet: added('2026-02-13', '2026-02-27'),
        backlog: {...added('2026-03-02', '2026-03-10'), loai_du_lieu: 'TON_CU'},
        gone: {...added('2026-03-02', '2026-03-10'), ...deleted},
      }),
    }),
  ).toEqual({six: 'nhận 02/03/2026, nhập 10/03/2026, sau 6 ngày làm việc'});
});
