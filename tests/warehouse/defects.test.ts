/** Every rule of § 2.4, on files that just offend and files that just do not. */
import {describe, expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {defects, isPillar, isRule, petitionDefects, pillars, signals} from '../../warehouse/defects.ts';
import {sqlFiles} from '../../warehouse/models.ts';
import {onSmallNight, type Deliveries} from '../small-night.ts';

type Row = Record<string, unknown>;

/** Files named for what is the matter with them. */
const files = (cases: Record<string, Row>): Row[] =>
  Object.entries(cases).map(([ma_ho_so, row]) => ({ma_ho_so, ...row}));

/** What a rule finds on the night of 31/03/2026, file by file. */
async function found(rule: string, deliveries: Deliveries, night?: string): Promise<Record<string, string>> {
  const rows = await onSmallNight(
    deliveries,
    (db) =>
      recordsOf<{case_id: string; found: string}>(
        db,
        `select case_id, found from defects.${rule} order by case_id`,
      ),
    night,
  );
  const byCase = Object.fromEntries(rows.map((row) => [row.case_id, row.found]));
  expect(rows).toHaveLength(Object.keys(byCase).length);
  return byCase;
}

const offenders = async (...given: Parameters<typeof found>) => Object.keys(await found(...given));

const deleted = {ngay_xoa: '2026-03-01 08:00:00'};

describe('the rules', () => {
  test('have an entry for each file and a file for each entry', () => {
    expect(sqlFiles('defects').map(({name}) => name)).toEqual(Object.keys(defects));
    expect(sqlFiles('petition_defects').map(({name}) => name)).toEqual(Object.keys(petitionDefects));
    expect(sqlFiles('signals').map(({name}) => name)).toEqual(Object.keys(signals));
  });

  test('are the 24 of the specification, in four pillars', () => {
    const byPillar = Object.keys(pillars).map((pillar) => [
      pillar,
      Object.values(defects).filter((rule) => rule.pillar === pillar).length,
    ]);
    expect(Object.fromEntries(byPillar)).toEqual({correct: 8, complete: 6, clean: 6, current: 4});
  });

  test('are known by their names, and nothing else is', () => {
    expect(['stale', 'petition_stale', 'night_entry', 'toString', ''].map(isRule)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['clean', 'toString'].map(isPillar)).toEqual([true, false]);
  });

  test('have one shape, and say on the first line when a file offends', async () => {
    const shapes = await onSmallNight({}, (db) =>
      recordsOf<{schema: string; columns: string}>(
        db,
        `select schema, columns, count(*) as rules from (
             select schema_name as schema, table_name, string_agg(column_name, ', ' order by column_index) as columns
             from duckdb_columns() where schema_name in ('defects', 'petition_defects', 'signals') group by all
         ) group by all order by all`,
      ),
    );
    expect(shapes).toEqual([
      {schema: 'defects', columns: 'office_id, officer_id, case_id, found', rules: 24},
      {schema: 'petition_defects', columns: 'office_id, officer_id, petition_id, found', rules: 9},
      {schema: 'signals', columns: 'office_id, officer_id, case_id, happened_on, found', rules: 5},
    ]);
    const silent = sqlFiles('defects').filter(
      ({sql}) => !/^-- A (new )?file offends when .* § 2\.4/s.test(sql),
    );
    expect(silent.map(({name}) => name)).toEqual([]);
  });

  test('keep the office and the officer of the file', async () => {
    const rows = await onSmallNight(
      {ho_so: files({h1: {ma_don_vi: '14.KV01', ma_chv: 'c9', ngay_thu_ly: '2026-02-03'}})},
      (db) => recordsOf(db, 'select * from defects.accepted_after_entered'),
    );
    expect(rows).toEqual([
      {office_id: '14.KV01', officer_id: 'c9', case_id: 'h1', found: 'thụ lý 03/02/2026, nhập 02/02/2026'},
    ]);
  });
});

describe('đúng', () => {
  test('a file accepted after the day it was entered offends, on that day it does not', async () => {
    const entered = {ngay_nhap: '2026-03-01 00:00:00'};
    expect(
      await found('accepted_after_entered', {
        ho_so: files({
          after: {...entered, ngay_thu_ly: '2026-03-02'},
          same_day: {...entered, ngay_thu_ly: '2026-03-01'},
          before: {...entered, ngay_thu_ly: '2026-02-28'},
          gone: {...entered, ngay_thu_ly: '2026-03-02', ...deleted},
        }),
      }),
    ).toEqual({after: 'thụ lý 02/03/2026, nhập 01/03/2026'});
  });

  test('a judgment later than acceptance offends, on that day or unknown it does not', async () => {
    expect(
      await found('judgment_after_acceptance', {
        ho_so: files({
          after: {ngay_ban_an: '2025-12-02'},
          same_day: {ngay_ban_an: '2025-12-01'},
          unknown: {ngay_ban_an: null},
          gone: {ngay_ban_an: '2025-12-02', ...deleted},
        }),
      }),
    ).toEqual({after: 'bản án 02/12/2025, thụ lý 01/12/2025'});
  });

  test('a decision earlier than the judgment offends, on that day or unknown it does not', async () => {
    const judged = {ngay_ban_an: '2025-06-10'};
    expect(
      await found('decision_before_judgment', {
        ho_so: files({
          before: {...judged, ngay_qd_tha: '2025-06-09'},
          same_day: {...judged, ngay_qd_tha: '2025-06-10'},
          no_decision: judged,
          no_judgment: {ngay_qd_tha: '2025-06-09'},
          gone: {...judged, ngay_qd_tha: '2025-06-09', ...deleted},
        }),
      }),
    ).toEqual({before: 'quyết định 09/06/2025, bản án 10/06/2025'});
  });

  test('any date or moment after the night offends, up to 24:00 of the night it does not', async () => {
    expect(
      await found('date_in_future', {
        ho_so: files({
          a_judgment: {ngay_ban_an: '2026-04-01'},
          b_decision: {ngay_qd_tha: '2062-03-05'},
          c_accepted: {ngay_thu_ly: '2026-04-01'},
          d_state: {ngay_tinh_trang: '2026-04-01'},
          e_entered: {ngay_nhap: '2026-04-01 00:00:00'},
          f_changed: {ngay_cap_nhat: '2026-04-01 00:00:01', ngay_ban_an: '2026-04-02'},
          on_the_night: {
            ngay_ban_an: '2026-03-31',
            ngay_qd_tha: '2026-03-31',
            ngay_thu_ly: '2026-03-31',
            ngay_tinh_trang: '2026-03-31',
            ngay_nhap: '2026-03-31 23:59:59',
            ngay_cap_nhat: '2026-03-31 23:59:59.999999',
          },
          unknown: {},
          gone: {ngay_qd_tha: '2062-03-05', ...deleted},
        }),
      }),
    ).toEqual({
      a_judgment: 'ngày bản án 01/04/2026',
      b_decision: 'ngày quyết định 05/03/2062',
      c_accepted: 'ngày thụ lý 01/04/2026',
      d_state: 'ngày tình trạng 01/04/2026',
      e_entered: 'thời điểm nhập 01/04/2026 00:00:00',
      f_changed: 'ngày bản án 02/04/2026, thời điểm cập nhật 01/04/2026 00:00:01',
    });
  });

  const item = (ma_ho_so: string, row: Row = {}) => ({
    ma_ho_so,
    phai_thi_hanh: 300,
    da_thi_hanh: 100,
    con_phai_thi_hanh: 200,
    ...row,
  });
  const items = (...rows: Row[]) => rows.map((row, i) => ({ma_khoan: `k${i + 1}`, ...row}));

  test('amounts that do not add up offend, and so does any negative one', async () => {
    expect(
      await found('money_identity_broken', {
        ho_so: files({balanced: {}, off: {}, negative: {}, twice: {}, huge: {}, open: {}, gone: deleted}),
        khoan_tien: items(
          item('balanced'),
          item('balanced', {giam_mien: 50, con_phai_thi_hanh: 150}),
          item('off', {con_phai_thi_hanh: 1_000_199}),
          // One amount is enough to be negative; the others may be absent.
          {ma_ho_so: 'negative', da_thi_hanh_truoc: -1},
          item('twice', {giam_mien: 1}),
          item('twice', {da_thi_hanh: 0}),
          item('huge', {
            phai_thi_hanh: 9_000_000_000_000_000_000n,
            da_thi_hanh: 9_000_000_000_000_000_000n,
            con_phai_thi_hanh: 9_000_000_000_000_000_000n,
          }),
          item('open', {con_phai_thi_hanh: null, da_thi_hanh: 500}),
          item('gone', {da_thi_hanh: -5}),
        ),
      }),
    ).toEqual({
      huge:
        'khoản k7: phải thi hành 9.000.000.000.000.000.000, đã thi hành 9.000.000.000.000.000.000, ' +
        'giảm, miễn 0, còn phải thi hành 9.000.000.000.000.000.000',
      negative: 'khoản k4: số âm đã thi hành trước -1',
      off: 'khoản k3: phải thi hành 300, đã thi hành 100, giảm, miễn 0, còn phải thi hành 1.000.199',
      twice:
        'khoản k5: phải thi hành 300, đã thi hành 100, giảm, miễn 1, còn phải thi hành 200 (và 1 khoản khác)',
    });
  });

  test('a finished file with money outstanding offends, with none or in another state it does not', async () => {
    const finished = {tinh_trang: 'THI_HANH_XONG'};
    expect(
      await found('finished_with_debt', {
        ho_so: files({
          owing: finished,
          paid: finished,
          unknown: finished,
          overpaid: finished,
          running: {},
          gone: {...finished, ...deleted},
        }),
        khoan_tien: items(
          item('owing', {con_phai_thi_hanh: 0}),
          item('owing', {con_phai_thi_hanh: 1}),
          item('owing', {con_phai_thi_hanh: 9_000_000_000_000_000_000n}),
          item('owing', {con_phai_thi_hanh: 9_000_000_000_000_000_000n}),
          item('paid', {con_phai_thi_hanh: 0}),
          item('unknown', {con_phai_thi_hanh: null}),
          item('overpaid', {con_phai_thi_hanh: -1}),
          item('running'),
          item('gone'),
        ),
      }),
    ).toEqual({owing: 'thi hành xong, còn phải thi hành 18.000.000.000.000.000.001 đồng'});
  });

  const receipts = (...rows: Row[]) =>
    rows.map((row, i) => ({
      so_bien_lai: `b${i + 1}`,
      ma_don_vi: '38.KV01',
      so_tien: 60,
      ngay_lap: '2026-03-01 09:00:00',
      da_huy: false,
      ...row,
    }));

  test('valid receipts above what is enforced offend, equal or cancelled they do not', async () => {
    expect(
      await found('receipts_exceed_enforced', {
        ho_so: files({above: {}, equal: {}, cancelled: {}, no_amount: {}, no_item: {}, gone: deleted}),
        khoan_tien: items(
          item('above'),
          item('equal', {da_thi_hanh: 40}),
          item('equal', {da_thi_hanh: 80}),
          item('cancelled'),
          item('no_amount', {da_thi_hanh: null}),
          item('gone'),
        ),
        bien_lai: receipts(
          {ma_ho_so: 'above'},
          {ma_ho_so: 'above', so_tien: 41},
          {ma_ho_so: 'equal'},
          {ma_ho_so: 'equal'},
          {ma_ho_so: 'cancelled'},
          {ma_ho_so: 'cancelled', da_huy: true},
          {ma_ho_so: 'no_amount'},
          {ma_ho_so: 'no_item', so_tien: 1_000},
          {ma_ho_so: null, so_tien: 9_000},
          {ma_ho_so: 'gone', so_tien: 9_000},
        ),
      }),
    ).toEqual({
      above: 'biên lai 101 đồng, đã thi hành 100 đồng',
      no_amount: 'biên lai 60 đồng, đã thi hành 0 đồng',
      no_item: 'biên lai 1.000 đồng, đã thi hành 0 đồng',
    });
  });

  test('an item of 0 or 1 đồng offends where money is owed; 2 đồng, a negative one or none does not', async () => {
    const owing = {co_tien: true};
    expect(
      await found('hollow_money', {
        ho_so: files({
          zero: owing,
          one: owing,
          both: owing,
          two: owing,
          negative: owing,
          empty: owing,
          moneyless: {co_tien: false},
          gone: {...owing, ...deleted},
        }),
        khoan_tien: items(
          item('zero', {phai_thi_hanh: 0}),
          item('one', {phai_thi_hanh: 1}),
          item('one'),
          item('both', {phai_thi_hanh: 0}),
          item('both', {phai_thi_hanh: 1}),
          item('two', {phai_thi_hanh: 2}),
          item('negative', {phai_thi_hanh: -1}),
          item('empty', {phai_thi_hanh: null}),
          item('moneyless', {phai_thi_hanh: 0}),
          item('gone', {phai_thi_hanh: 0}),
        ),
      }),
    ).toEqual({
      both: '2 khoản phải thi hành 0 và 1 đồng',
      one: '1 khoản phải thi hành 1 đồng',
      zero: '1 khoản phải thi hành 0 đồng',
    });
  });

  test('a receipt more than 3 days newer than every item offends, 3 days to the second it does not', async () => {
    expect(
      await found('receipt_not_posted', {
        ho_so: files({late: {}, in_time: {}, cancelled: {}, posted: {}, no_item: {}, gone: deleted}),
        khoan_tien: ['late', 'in_time', 'cancelled', 'posted', 'gone'].map((ma_ho_so) => ({
          ma_khoan: `k_${ma_ho_so}`,
          ma_ho_so,
          ngay_cap_nhat: '2026-03-10 09:00:00',
        })),
        bien_lai: receipts(
          {ma_ho_so: 'late', ngay_lap: '2026-03-13 09:00:01'},
          {ma_ho_so: 'late', ngay_lap: '2026-03-01 09:00:00'},
          {ma_ho_so: 'in_time', ngay_lap: '2026-03-13 09:00:00'},
          {ma_ho_so: 'cancelled', ngay_lap: '2026-03-20 09:00:00', da_huy: true},
          {ma_ho_so: 'posted', ngay_lap: '2026-03-09 09:00:00'},
          {ma_ho_so: 'no_item', ngay_lap: '2026-03-31 09:00:00'},
          {ma_ho_so: null, ngay_lap: '2026-03-31 09:00:00'},
          {ma_ho_so: 'gone', ngay_lap: '2026-03-31 09:00:00'},
        ),
      }),
    ).toEqual({
      late: 'biên lai 13/03/2026, khoản tiền cập nhật lần cuối 10/03/2026',
      no_item: 'biên lai 31/03/2026, chưa có khoản tiền',
    });
  });

  test('one item newer than the receipt is enough for it to be posted', async () => {
    expect(
      await offenders('receipt_not_posted', {
        ho_so: files({h1: {}}),
        khoan_tien: [
          {ma_khoan: 'k1', ma_ho_so: 'h1', ngay_cap_nhat: '2026-01-20 09:00:00'},
          {ma_khoan: 'k2', ma_ho_so: 'h1', ngay_cap_nhat: '2026-03-21 09:00:00'},
        ],
        bien_lai: receipts({ma_ho_so: 'h1', ngay_lap: '2026-03-20 09:00:00'}),
      }),
    ).toEqual([]);
  });
});

describe('đủ', () => {
  test('a judgment without number, date or court is missing; only spaces are nothing', async () => {
    const whole = {so_ban_an: '1/2025/DS-ST', ngay_ban_an: '2025-06-01', toa_an: 'Tòa án nhân dân khu vực 1'};
    expect(
      await found('missing_judgment', {
        ho_so: files({
          whole,
          number: {...whole, so_ban_an: null},
          date: {...whole, ngay_ban_an: null},
          court: {...whole, toa_an: ' \t\u00a0 '},
          all: {so_ban_an: '', toa_an: '   '},
          gone: deleted,
        }),
      }),
    ).toEqual({
      all: 'thiếu số bản án, ngày bản án, tòa án',
      court: 'thiếu tòa án',
      date: 'thiếu ngày bản án',
      number: 'thiếu số bản án',
    });
  });

  test('a decision without number or date is missing', async () => {
    const whole = {so_qd_tha: '5/QĐ-THADS', ngay_qd_tha: '2025-12-02'};
    expect(
      await found('missing_decision', {
        ho_so: files({
          whole,
          number: {...whole, so_qd_tha: null},
          blank: {...whole, so_qd_tha: '  '},
          date: {...whole, ngay_qd_tha: null},
          both: {},
          gone: deleted,
        }),
      }),
    ).toEqual({
      blank: 'thiếu số quyết định thi hành án',
      both: 'thiếu số quyết định thi hành án, ngày quyết định thi hành án',
      date: 'thiếu ngày quyết định thi hành án',
      number: 'thiếu số quyết định thi hành án',
    });
  });

  test('a debtor without name or address is missing', async () => {
    const whole = {nguoi_phai_tha: 'Trần Thị Bích', dia_chi_phai_tha: 'Số 5 đường Trần Phú'};
    expect(
      await found('missing_debtor', {
        ho_so: files({
          whole,
          name: {...whole, nguoi_phai_tha: ' '},
          address: {...whole, dia_chi_phai_tha: null},
          both: {nguoi_duoc_tha: 'Ngân sách nhà nước'},
          gone: deleted,
        }),
      }),
    ).toEqual({
      address: 'thiếu địa chỉ người phải thi hành án',
      both: 'thiếu người phải thi hành án, địa chỉ người phải thi hành án',
      name: 'thiếu người phải thi hành án',
    });
  });

  test('a file nobody is in charge of offends, one in unknown hands does not', async () => {
    const deliveries = {
      ho_so: files({nobody: {}, blank: {ma_chv: ' '}, unknown: {ma_chv: 'c9'}, gone: deleted}),
    };
    expect(await offenders('missing_officer', deliveries)).toEqual(['blank', 'nobody']);
  });

  test('a file without kind of matter or ground offends', async () => {
    expect(
      await found('missing_case_type', {
        ho_so: files({
          whole: {loai_viec: 'DAN_SU', can_cu_thi_hanh: 'CHU_DONG'},
          kind: {can_cu_thi_hanh: 'CHU_DONG'},
          ground: {loai_viec: 'DAN_SU'},
          both: {},
          gone: deleted,
        }),
      }),
    ).toEqual({
      both: 'thiếu loại việc, căn cứ thi hành',
      ground: 'thiếu căn cứ thi hành',
      kind: 'thiếu loại việc',
    });
  });

  test('a file whose money is not complete offends; one that owes none does not', async () => {
    const owing = {co_tien: true};
    const full = {phai_thi_hanh: 300, da_thi_hanh: 100, con_phai_thi_hanh: 200};
    const same = {so_ban_an: '1', ngay_ban_an: '2025-06-01', toa_an: 'Tòa A', so_qd_tha: '5'};
    expect(
      await found('missing_money', {
        ho_so: files({
          complete: {...owing, ...same},
          no_item: {...owing, ...same},
          hollow: owing,
          partly: owing,
          moneyless: {},
          gone: {...owing, ...deleted},
        }),
        khoan_tien: [
          {ma_khoan: 'k1', ma_ho_so: 'complete', ...full},
          {ma_khoan: 'k2', ma_ho_so: 'hollow', phai_thi_hanh: 1},
          {ma_khoan: 'k3', ma_ho_so: 'partly', ...full},
          {ma_khoan: 'k4', ma_ho_so: 'partly', phai_thi_hanh: 300},
        ],
      }),
      // "no_item" repeats "complete"; a duplicate is live, so it offends too.
    ).toEqual({
      hollow: 'có 1 khoản tiền, đều trống hoặc nhập hình thức',
      no_item: 'chưa có khoản tiền',
      partly: '1 trên 2 khoản tiền đầy đủ',
    });
  });
});

describe('sạch', () => {
  test('all but the first of files that repeat one another offend', async () => {
    const same = {so_ban_an: '1/2025', ngay_ban_an: '2025-06-01', toa_an: 'Tòa A', so_qd_tha: '5/QĐ'};
    expect(
      await found('duplicate_file', {
        ho_so: files({
          first: {...same, ngay_nhap: '2026-02-01 08:00:00'},
          again: {...same, toa_an: ' tòa  a', ngay_nhap: '2026-02-02 08:00:00'},
          elsewhere: {...same, ma_don_vi: '38.NV1'},
          gone: {...same, ...deleted},
        }),
      }),
    ).toEqual({again: 'trùng với hồ sơ first'});
  });

  test('a text that only fills the space offends', async () => {
    const whole = {
      nguoi_phai_tha: 'Trần Thị Bích',
      dia_chi_phai_tha: 'Số 5 đường Trần Phú',
      so_ban_an: '10/2025/DS-ST',
      toa_an: 'Tòa án nhân dân khu vực 1',
    };
    expect(
      await found('placeholder_text', {
        ho_so: files({
          whole,
          dots: {...whole, nguoi_phai_tha: '...'},
          dashes: {...whole, dia_chi_phai_tha: ' – '},
          long: {...whole, dia_chi_phai_tha: '-'.repeat(60)},
          zeros: {...whole, so_ban_an: '00/0'},
          letters: {...whole, toa_an: 'aAaa'},
          accented: {...whole, toa_an: 'Ửử'},
          spaced: {...whole, nguoi_phai_tha: 'x x x.'},
          letter: {...whole, nguoi_phai_tha: 'A'},
          phrase: {...whole, toa_an: 'Không có'},
          wrapped: {...whole, dia_chi_phai_tha: ' (chưa có)... '},
          shouted: {...whole, nguoi_phai_tha: 'TEST'},
          many: {...whole, so_ban_an: '0', toa_an: 'abc'},
          absent: {},
          blank: {...whole, toa_an: '   '},
          gone: {...whole, toa_an: 'abc', ...deleted},
        }),
      }),
    ).toEqual({
      accented: 'tòa án: chỉ có một chữ cái',
      dashes: 'địa chỉ người phải thi hành án: chỉ có dấu hoặc số 0',
      dots: 'người phải thi hành án: chỉ có dấu hoặc số 0',
      letter: 'người phải thi hành án: chỉ có một chữ cái',
      letters: 'tòa án: chỉ có một chữ cái',
      long: 'địa chỉ người phải thi hành án: chỉ có dấu hoặc số 0',
      many: 'số bản án: chỉ có dấu hoặc số 0, tòa án: cụm từ điền cho có',
      phrase: 'tòa án: cụm từ điền cho có',
      shouted: 'người phải thi hành án: cụm từ điền cho có',
      spaced: 'người phải thi hành án: chỉ có một chữ cái',
      wrapped: 'địa chỉ người phải thi hành án: cụm từ điền cho có',
      zeros: 'số bản án: chỉ có dấu hoặc số 0',
    });
  });

  test('short and unusual names and numbers fill no space', async () => {
    const ordinary = [
      'Y A',
      'Ô Na',
      'Ưng',
      'Ô Ô Lan',
      'Ê Ban',
      'Không Tử Có',
      'A Lăng Bhuôch',
      "H'Ê Niê",
      'Lò Thị Á',
    ];
    const numbers = ['01', '100', '5', '00/2025/DS-ST', '0/1'];
    expect(
      await offenders('placeholder_text', {
        ho_so: [
          ...ordinary.map((nguoi_phai_tha, i) => ({ma_ho_so: `name ${i}`, nguoi_phai_tha})),
          ...numbers.map((so_ban_an, i) => ({ma_ho_so: `number ${i}`, so_ban_an})),
          {ma_ho_so: 'address', dia_chi_phai_tha: 'Ấp 1, không có số nhà'},
        ],
      }),
    ).toEqual([]);
  });

  test('an identifier that is neither 12 nor 10 nor 10-3 digits offends, and is not told', async () => {
    const identifiers = {
      person: '038090123456',
      firm: '0101234567',
      branch: '0101234567-001',
      absent: null,
      blank: '  ',
      nine: '123456789',
      thirteen: '0101234567001',
      letters: '03809012345x',
      spaced: ' 038090123456',
      lines: '038090123456\n',
    };
    const deliveries = {
      ho_so: [
        ...files(
          Object.fromEntries(
            Object.entries(identifiers).map(([name, so_dinh_danh_phai_tha]) => [
              name,
              {so_dinh_danh_phai_tha},
            ]),
          ),
        ),
        {ma_ho_so: 'gone', so_dinh_danh_phai_tha: '1', ...deleted},
      ],
    };
    expect(await found('bad_identifier', deliveries)).toEqual({
      letters: 'số định danh người phải thi hành án có 11 chữ số, lẫn ký tự khác',
      lines: 'số định danh người phải thi hành án có 12 chữ số, lẫn ký tự khác',
      nine: 'số định danh người phải thi hành án có 9 chữ số',
      spaced: 'số định danh người phải thi hành án có 12 chữ số, lẫn ký tự khác',
      thirteen: 'số định danh người phải thi hành án có 13 chữ số',
    });
  });

  test('spaces at either end or two in a row offend in names and addresses', async () => {
    const whole = {
      nguoi_phai_tha: 'Trần Thị Bích',
      dia_chi_phai_tha: 'Số 5 | đường Trần Phú',
      nguoi_duoc_tha: 'Ngân hàng A',
      toa_an: 'Tòa  án',
    };
    expect(
      await found('untidy_text', {
        ho_so: files({
          whole,
          leading: {...whole, nguoi_phai_tha: ' Trần Thị Bích'},
          trailing: {...whole, dia_chi_phai_tha: 'Số 5 '},
          doubled: {...whole, nguoi_duoc_tha: 'Ngân  hàng A'},
          hard: {...whole, nguoi_phai_tha: 'Trần \u00a0Thị Bích'},
          two: {...whole, nguoi_phai_tha: 'Trần  Thị', dia_chi_phai_tha: '\tSố 5'},
          absent: {},
          gone: {...whole, nguoi_phai_tha: ' Trần', ...deleted},
        }),
      }),
    ).toEqual({
      doubled: 'thừa khoảng trắng ở người được thi hành án',
      hard: 'thừa khoảng trắng ở người phải thi hành án',
      leading: 'thừa khoảng trắng ở người phải thi hành án',
      trailing: 'thừa khoảng trắng ở địa chỉ người phải thi hành án',
      two: 'thừa khoảng trắng ở người phải thi hành án, địa chỉ người phải thi hành án',
    });
  });

  test('an office, officer or enterer that does not exist offends, an absent one does not', async () => {
    expect(
      await found('unknown_reference', {
        can_bo: [{ma_can_bo: 'c1'}],
        ho_so: files({
          known: {ma_chv: 'c1', nguoi_nhap: 'c1'},
          absent: {},
          office: {ma_don_vi: '38.KV99'},
          officer: {ma_chv: 'c8'},
          enterer: {ma_chv: 'c1', nguoi_nhap: 'c9'},
          all: {ma_don_vi: '38.KV99', ma_chv: 'c8', nguoi_nhap: 'c9'},
          gone: {ma_chv: 'c8', ...deleted},
        }),
      }),
    ).toEqual({
      all: 'không có trong danh mục: phòng 38.KV99, chấp hành viên c8, người nhập c9',
      enterer: 'không có trong danh mục: người nhập c9',
      office: 'không có trong danh mục: phòng 38.KV99',
      officer: 'không có trong danh mục: chấp hành viên c8',
    });
  });

  test('an officer is unknown even when no official is delivered at all', async () => {
    expect(await offenders('unknown_reference', {ho_so: files({h1: {ma_chv: 'c1'}})})).toEqual(['h1']);
  });
});

describe('damaged text', () => {
  const namesFlagged = async (names: readonly string[]) => {
    const byCase = await found('damaged_text', {
      ho_so: names.map((nguoi_phai_tha, i) => ({ma_ho_so: String(i), nguoi_phai_tha})),
    });
    return Object.entries(byCase).map(([i, words]) => `${names[Number(i)]!} (${words})`);
  };
  const kindsOf = async (names: readonly string[]) => {
    const byCase = await found('damaged_text', {
      ho_so: names.map((nguoi_phai_tha, i) => ({ma_ho_so: String(i), nguoi_phai_tha})),
    });
    return Object.fromEntries(names.map((name, i) => [name, byCase[i]?.split(': ')[1]]));
  };
  const all = (names: readonly string[], kind: string) =>
    Object.fromEntries(names.map((name) => [name, kind]));

  test('is no ordinary name, address, court or number', async () => {
    expect(
      await namesFlagged([
        'Nguyễn Văn An',
        'Trần Thị Bích Hằng',
        'Lê Hoàng Phúc',
        'Phạm Đức Thịnh',
        'Huỳnh Thúy Vy',
        'Vũ Quỳnh Như',
        'Đặng Hữu Nghĩa',
        'Bùi Xuân Trường',
        'Đỗ Thị Hoà',
        'Hồ Khoá',
        'Ngô Toàn',
        'Dương Thuỳ Linh',
        'Lý Huý',
        'Phan Thuý',
        'Quách Ngoãn',
        'Nguyễn Oánh',
        'Trịnh Loãn',
        'Hoè',
        'Toé',
        'Quý',
        'Quỹ',
        'Khuỷu',
        'Nguyễn Ngoẵng',
        'Đoàn Uyên',
        'NGUYỄN VĂN AN',
        'TRẦN THỊ HOÀ',
        'ĐẶNG THỊ ÂU',
        'THỊ XÃ SƠN TÂY',
        'XÃ ĐÔNG Á',
        'THỊ XÃ',
        'ÂN',
        'Ê Ban',
        'Y Bhiŏ Niê',
        "H'Ñiăp Ƀuôn Yă",
        'Ñŭ Êban',
        'Y Ŭn Mlô',
        "H'Brĭt Kbuôr",
        'Rơ Châm Hŏp',
        "Siu Č'Rai",
        "K' Brôi",
        'Ka Să Ha Gen',
        'Thạch Sa Rây',
        'Kim Sô Phe',
        'Sơn Thị Sà Nết',
        'Danh Út',
        'Châu Sóc Kha',
        'Neáng Sa',
        'Lưu Dẩu Slình',
        'Tăng Chí Phín',
        'Voòng A Sáng',
        'Chề Mủi',
        'Giàng A Páo',
        'Vàng Thị Mỷ',
        'Lò Văn Ún',
        'Sùng Seo Chẩn',
        'Müller',
        'François Béranger',
        'José Muñoz',
        'Gaël Noël',
        'Søren Ångström',
        'Citroën Việt Nam',
        'Raphaël',
        'João São',
        'Groß Straße GmbH',
        'Škoda Auto',
        'Samsung Electronics Việt Nam',
        'Công ty TNHH ABC®',
        'Công ty «Bình Minh»',
        'Quán «Cá»',
        'Số 12/5A, tổ 3, khu phố 2, phường Tân Định',
        'Thửa đất 120 m² – tờ bản đồ số 5…',
        'Ngõ 5½',
        '“Nhà nghỉ Hoàn Mỹ”',
        '‘XÃ’ Hòa Bình',
        '05/2024/QĐST-DS',
        '12/2025/HNGĐ-ST',
        '100/QĐ-CCTHADS',
        'Tòa án nhân dân khu vực 1 - Thanh Hóa',
        '§ 5, Điều 3',
        '4×6',
        '30°',
      ]),
    ).toEqual([]);
  });

  test('is no letter that Vietnamese has', async () => {
    const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
    const lower = [...vowels, 'đ'];
    expect(lower).toHaveLength(73);
    const words = [...lower, ...lower.map((letter) => letter.toUpperCase())];
    expect(
      await namesFlagged([
        ...words,
        ...words.map((letter) => `Th${letter}`),
        ...words.map((letter) => `${letter}ng`),
        ...lower.map((letter) => `TH${letter.toUpperCase()}NH`),
      ]),
    ).toEqual([]);
  });

  test('is a character that was replaced', async () => {
    const names = ['Nguy\ufffdn V\ufffdn An', '\ufffd'];
    expect(await kindsOf(names)).toEqual(all(names, 'ký tự bị thay (U+FFFD)'));
  });

  test('is UTF-8 encoded twice, whatever the letter', async () => {
    const twice = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
    const names = [
      'Nguyễn Văn An',
      'Trần Thị Bích',
      'Lê Đức',
      'Phạm Hùng',
      'Hồ Tý',
      'Ngô Sĩ',
      'Vũ Cơ',
      'Lưu',
      'Hà Nội',
      'Á',
      'Tòa án',
      'ĐẶNG ĐÔNG',
      'ÚT',
      'LÊ',
      'CÔNG',
      '“Bình”',
      'Bá',
      'Sáu',
      'Mía',
      'Bà Rịa',
    ].map(twice);
    expect(await kindsOf(names)).toEqual(all(names, 'UTF-8 mã hóa hai lần'));
    const withControls = ['Nguy\u00e1\u00ba\u0080n'];
    expect(await kindsOf(withControls)).toEqual(all(withControls, 'UTF-8 mã hóa hai lần'));
  });

  test('is text in a TCVN3 font', async () => {
    const names = [
      'NguyÔn V¨n An',
      'TrÇn ThÞ BÝch',
      'Lª V¨n T¸m',
      'Ph¹m Hïng',
      'Hµ Néi',
      'Sè 5 ®­êng TrÇn Phó',
      '§Æng H÷u',
      '§ç Thñy',
      'B×nh',
      'Hoµng',
      'Bïi',
      'Quúnh Nh­',
      'Hßa',
      'S¬n La',
      'x· T©n',
      'Mü §øc',
      'c«ng an',
      'tiÕn',
      'b»ng',
      'thÞ x·',
      'Cña',
      'NhËt',
      'ViÖt',
      'thµnh phè',
      'L¹ng S¬n',
    ];
    expect(await kindsOf(names)).toEqual(all(names, 'phông TCVN3'));
  });

  test('is text in a VNI font', async () => {
    const names = [
      'Nguyeãn Vaên An',
      'Traàn Thò',
      'Leâ Vaên Taùm',
      'Phaïm Huøng',
      'Haø Noäi',
      'Ñaëng',
      'ñöôøng Traàn Phuù',
      'Höông',
      'Buøi Thuyù',
      'thò xaõ',
      'Sôn Taây',
      'NGUYEÃN VAÊN',
      'TRAÀN',
      'HUØNG',
      'Ñònh',
      'chôï',
      'Myõ Ñöùc',
      'Toøa aùn',
      'nhaân daân',
    ];
    expect(await kindsOf(names)).toEqual(all(names, 'phông VNI'));
  });

  test('is told by the column, never by what it says; a deleted file has none', async () => {
    expect(
      await found('damaged_text', {
        ho_so: files({
          court: {toa_an: 'TÃ²a Ã¡n'},
          many: {
            so_ban_an: '1\ufffd',
            so_qd_tha: '5/Q§-THADS \ufffd',
            so_dinh_danh_phai_tha: '\ufffd',
            dia_chi_phai_tha: 'Hµ Néi',
            nguoi_duoc_tha: 'Traàn',
          },
          gone: {toa_an: '\ufffd', ...deleted},
        }),
      }),
    ).toEqual({
      court: 'tòa án: UTF-8 mã hóa hai lần',
      many:
        'người được thi hành án: phông VNI, số bản án: ký tự bị thay (U+FFFD), ' +
        'số quyết định: ký tự bị thay (U+FFFD), số định danh người phải thi hành án: ký tự bị thay (U+FFFD), ' +
        'địa chỉ người phải thi hành án: phông TCVN3',
    });
  });
});

describe('sống', () => {
  test('a file nobody has changed for more than 30 days offends while it is open', async () => {
    const old = {ngay_cap_nhat: '2026-02-28 23:59:59'};
    expect(
      await found('stale', {
        ho_so: files({
          in_progress: old,
          unclassified: {...old, tinh_trang: 'CHUA_PHAN_LOAI'},
          thirty_days: {ngay_cap_nhat: '2026-03-01 00:00:00'},
          waiting: {...old, tinh_trang: 'CHUA_CO_DIEU_KIEN'},
          finished: {...old, tinh_trang: 'THI_HANH_XONG'},
          gone: {...old, ...deleted},
        }),
      }),
    ).toEqual({
      in_progress: 'cập nhật lần cuối 28/02/2026, đã 31 ngày',
      unclassified: 'cập nhật lần cuối 28/02/2026, đã 31 ngày',
    });
  });

  test('a new file entered more than 5 working days after acceptance offends; Tết and weekends do not count', async () => {
    const added = (ngay_thu_ly: string, ngay_nhap: string) => ({
      loai_du_lieu: 'PHAT_SINH',
      ngay_thu_ly,
      ngay_nhap: `${ngay_nhap} 16:00:00`,
    });
    expect(
      await found('entered_late', {
        ho_so: files({
          // Monday 02/03 to Monday 09/03 is five working days, to Tuesday six.
          five: added('2026-03-02', '2026-03-09'),
          six: added('2026-03-02', '2026-03-10'),
          // From Friday 13/02 over Tết (16–20/02) to Friday 27/02 is five, to Monday 02/03 six.
          over_tet: added('2026-02-13', '2026-02-27'),
          after_tet: added('2026-02-13', '2026-03-02'),
          // Accepted on a Saturday: Monday is the first working day after.
          saturday: added('2026-03-07', '2026-03-13'),
          saturday_late: added('2026-03-07', '2026-03-16'),
          years: added('2015-01-05', '2026-01-20'),
          backwards: added('2026-03-10', '2026-03-02'),
          backlog: {...added('2026-03-02', '2026-03-10'), loai_du_lieu: 'TON_CU'},
          gone: {...added('2026-03-02', '2026-03-10'), ...deleted},
        }),
      }),
    ).toEqual({
      after_tet: 'thụ lý 13/02/2026, nhập 02/03/2026, sau 6 ngày làm việc',
      saturday_late: 'thụ lý 07/03/2026, nhập 16/03/2026, sau 6 ngày làm việc',
      six: 'thụ lý 02/03/2026, nhập 10/03/2026, sau 6 ngày làm việc',
      years: expect.stringMatching(
        /^thụ lý 05\/01\/2015, nhập 20\/01\/2026, sau \d+ ngày làm việc$/,
      ) as string,
    });
  });

  test('a file unclassified for more than 10 days after acceptance offends', async () => {
    const unclassified = {tinh_trang: 'CHUA_PHAN_LOAI'};
    expect(
      await found('unclassified_long', {
        ho_so: files({
          eleven: {...unclassified, ngay_thu_ly: '2026-03-20'},
          ten: {...unclassified, ngay_thu_ly: '2026-03-21'},
          classified: {ngay_thu_ly: '2026-03-20'},
          gone: {...unclassified, ngay_thu_ly: '2026-03-20', ...deleted},
        }),
      }),
    ).toEqual({eleven: 'thụ lý 20/03/2026, chưa phân loại sau 11 ngày'});
  });

  test('limits hold on nights in their force, and not before', async () => {
    const deliveries = {ho_so: files({h1: {ngay_cap_nhat: '2025-10-01 09:00:00'}})};
    expect(await offenders('stale', deliveries, '2026-01-19')).toEqual([]);
    expect(await offenders('stale', deliveries, '2026-01-20')).toEqual(['h1']);
  });
});

describe('the calendar', () => {
  const daysOf = (sql: string) => onSmallNight({}, (db) => recordsOf(db, sql));

  test('leaves out weekends and holidays, and counts a Saturday that is worked instead', async () => {
    const worked = await daysOf(
      `select strftime(day, '%d/%m/%Y') as day, is_working_day as worked from marts.calendar
       where day in ('2026-02-13', '2026-02-14', '2026-02-16', '2026-02-20', '2026-02-23', '2026-04-27', '2026-04-28',
                     '2026-04-30', '2026-05-01', '2026-08-22', '2026-08-31', '2026-09-02', '2026-09-03')
       order by marts.calendar.day`,
    );
    expect(worked).toEqual([
      {day: '13/02/2026', worked: true},
      {day: '14/02/2026', worked: false},
      {day: '16/02/2026', worked: false},
      {day: '20/02/2026', worked: false},
      {day: '23/02/2026', worked: true},
      {day: '27/04/2026', worked: false},
      {day: '28/04/2026', worked: true},
      {day: '30/04/2026', worked: false},
      {day: '01/05/2026', worked: false},
      {day: '22/08/2026', worked: true},
      {day: '31/08/2026', worked: false},
      {day: '02/09/2026', worked: false},
      {day: '03/09/2026', worked: true},
    ]);
  });

  test('has every day once, and its count grows by one with each working day', async () => {
    const [odd] = (await daysOf(
      `select count(*) as days, count(distinct day) as distinct_days, max(day) - min(day) + 1 as span,
              count(*) filter (where grown <> is_working_day::integer) as wrong
       from (select *, working_days_so_far - lag(working_days_so_far, 1, 0) over (order by day) as grown from marts.calendar)`,
    )) as [{days: number; distinct_days: number; span: number; wrong: number}];
    expect(odd.wrong).toBe(0);
    expect([odd.distinct_days, odd.span]).toEqual([odd.days, odd.days]);
  });

  test('knows each holiday on a weekday and each make-up day on a Saturday', async () => {
    const strange = await daysOf(
      `select make_up_day from reference.make_up_days
       where isodow(make_up_day) <> 6 or instead_of not in (select holiday from reference.holidays)`,
    );
    expect(strange).toEqual([]);
  });
});
