/** Paper against platform as it is asked for, from deliveries to answers: landed, counted and read by the real code. */
import {describe, expect, test} from 'vitest';
import type {FormsAnswer, ListAnswer, ReconciliationAnswer} from '../../api/answers.ts';
import type {Endpoint} from '../../api/endpoint.ts';
import {OpenVersion} from '../../api/open-version.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {forms} from '../../api/routes/forms.ts';
import {letterList} from '../../api/routes/lists.ts';
import {reconciliation} from '../../api/routes/reconciliation.ts';
import type {DeliveredRow} from '../deliveries.ts';
import {caseFile, caseFiles, onNightGround, type NightGround} from '../night-ground.ts';
import {deliver} from '../small-landing.ts';

/** Lands paper figures beside the small night, counts it, and lends a way to ask the version that came of it. */
async function onReportedNight(
  figures: readonly DeliveredRow[],
  look: (ask: Asking) => Promise<void>,
  tables: Parameters<NightGround['deliver']>[1] = {},
): Promise<void> {
  await onNightGround(async (ground) => {
    deliverPaper(ground, '2026-03-31', figures);
    ground.deliver('2026-03-31', tables);
    const outcome = await ground.count();
    expect(outcome.published.map(({quarantined}) => quarantined)).toEqual([0]);
    await onVersion(ground, look);
  });
}

interface Asking {
  reconciliation(query: Record<string, string>): Promise<ReconciliationAnswer>;
  forms(query: Record<string, string>): Promise<FormsAnswer>;
  list(id: string, query?: Record<string, string>): Promise<ListAnswer>;
}

async function onVersion(ground: NightGround, look: (ask: Asking) => Promise<void>): Promise<void> {
  const version = await OpenVersion.open(ground.folder, ground.inForce()!);
  const store = openStore(stateFolder(ground.folder.root));
  const ask = async (endpoint: Endpoint, query: Record<string, string>, params = {}) => {
    const {answer} = await endpoint.find(
      {params: endpoint.params.parse(params), query: endpoint.query.parse(query)},
      version,
      {role: 'lanh_dao', scope: 'all'},
      store,
    );
    return endpoint.answer.parse(answer);
  };
  try {
    await look({
      reconciliation: async (query) => (await ask(reconciliation, query)) as ReconciliationAnswer,
      forms: async (query) => (await ask(forms, query)) as FormsAnswer,
      list: async (id, query = {}) => (await ask(letterList, query, {id})) as ListAnswer,
    });
  } finally {
    version.closeSync();
    store.close();
  }
}

const deliverPaper = (ground: NightGround, date: string, figures: readonly DeliveredRow[]) =>
  deliver(ground.landing, 'thong-ke', {
    date,
    tables: {
      bao_cao_giay: figures.map((figure) => ({
        nam: 2026,
        so_thang: 6,
        loai_bieu: 'VIEC',
        ma_don_vi: '38.KV01',
        phien_ban: 'CHINH_THUC',
        ...figure,
      })),
    },
  });

/** Figures of one report, as rows of the delivery. */
const report = (figures: Record<string, number>, given: DeliveredRow = {}): DeliveredRow[] =>
  Object.entries(figures).map(([chi_tieu, gia_tri]) => ({...given, chi_tieu, gia_tri}));

const residuals = ({identities}: ReconciliationAnswer) =>
  identities.map(({unit_id, side, identity, code, residual}) => [unit_id, side, identity, code, residual]);

describe('the letter of 2019', () => {
  const eightMonths = {nam: 2019, so_thang: 8, ma_don_vi: 'CUC'};
  const delivered = [
    ...report(
      {
        TONG_THU_LY: 765766,
        THU_LY_MOI: 423911,
        UY_THAC: 7443,
        TONG_PHAI_THI_HANH: 758323,
        THI_HANH_XONG: 336404,
        CHUA_CO_DIEU_KIEN: 199855,
      },
      eightMonths,
    ),
    ...report(
      {
        TONG_THU_LY: 727054,
        THU_LY_MOI: 396187,
        UY_THAC: 5738,
        TONG_PHAI_THI_HANH: 719770,
        THI_HANH_XONG: 262932,
        CHUA_CO_DIEU_KIEN: 160671,
      },
      {...eightMonths, phien_ban: 'NEN_TANG'},
    ),
  ];
  const asked = {nam: '2019', so_thang: '8', loai_bieu: 'VIEC', level: 'nation'};

  test('comes out as it was published, and the 1.546 cases it did not notice are found', () =>
    onReportedNight(delivered, async (ask) => {
      const answer = await ask.reconciliation(asked);
      expect(
        answer.rows
          .filter(({gap}) => gap !== null)
          .map(({code, paper, platform, gap}) => [code, paper, platform, gap]),
      ).toEqual([
        ['TONG_THU_LY', 765766, 727054, 38712],
        ['THU_LY_MOI', 423911, 396187, 27724],
        ['UY_THAC', 7443, 5738, 1705],
        ['TONG_PHAI_THI_HANH', 758323, 719770, 38553],
        ['THI_HANH_XONG', 336404, 262932, 73472],
        ['CHUA_CO_DIEU_KIEN', 199855, 160671, 39184],
      ]);
      expect(residuals(answer)).toEqual([
        ['VN', 'paper', 2, null, 0],
        ['VN', 'platform', 2, null, 1546],
      ]);
      expect(answer.period).toMatchObject({
        from: '2018-10-01',
        to: '2019-05-31',
        platform_source: 'delivered',
        counted_night: null,
      });
      expect(answer.form).toMatchObject({form_number: '06/TK-THA'});
    }));

  test('gives every province that may be late its band, its deadline, and none where the gap is just 2.000', () => {
    const province = (ma_don_vi: string, paper: number) => [
      ...report({TONG_THU_LY: paper}, {nam: 2019, so_thang: 8, ma_don_vi}),
      ...report({TONG_THU_LY: 10000}, {nam: 2019, so_thang: 8, ma_don_vi, phien_ban: 'NEN_TANG'}),
    ];
    // Sơn La is 14 then as now; Thanh Hóa 38; the platform is ahead of paper in the first.
    const tables = {don_vi: provinces('14', '38', '40')};
    return onReportedNight(
      [...province('14', 8001), ...province('38', 12000), ...province('40', 12001)],
      async (ask) => {
        const {rows} = await ask.reconciliation({...asked, level: 'province'});
        expect(
          rows
            .filter(({code}) => code === 'TONG_THU_LY')
            .map(({unit_id, gap, band}) => [unit_id, gap, band?.band, band?.deadline]),
        ).toEqual([
          ['40', 2001, 'above', '2019-08-24T23:59:59+07:00'],
          ['14', -1999, 'below', '2019-08-09T23:59:59+07:00'],
          ['38', 2000, 'not_stipulated', null],
        ]);
      },
      tables,
    );
  });

  test('praises those whose gap is smallest, whichever side is ahead', () => {
    const gaps: Record<string, number> = {14: -3, 38: 2, 40: 9};
    const figures = Object.entries(gaps).flatMap(([ma_don_vi, gap]) => [
      ...report({TONG_THU_LY: 100 + gap}, {nam: 2019, so_thang: 8, ma_don_vi}),
      ...report({TONG_THU_LY: 100}, {nam: 2019, so_thang: 8, ma_don_vi, phien_ban: 'NEN_TANG'}),
    ]);
    return onReportedNight(
      figures,
      async (ask) => {
        const {list, rows} = await ask.list('gap_smallest_13', {nam: '2019', so_thang: '8'});
        expect(list).toMatchObject({purpose: 'praise', threshold: 13});
        expect(rows.map(({n, unit_id, value}) => [n, unit_id, value])).toEqual([
          [1, '38', 2],
          [2, '14', 3],
          [3, '40', 9],
        ]);
      },
      {don_vi: provinces('14', '38', '40')},
    );
  });
});

describe('a period of the platform', () => {
  const asked = {nam: '2026', so_thang: '6', loai_bieu: 'VIEC'};

  test('stands beside paper, with the gap in cases and as a share of paper', () =>
    onReportedNight(
      report({TONG_THU_LY: 4, THU_LY_MOI: 4, THI_HANH_XONG: 1, DINH_CHI: 0, CO_DIEU_KIEN: 4}),
      async (ask) => {
        const {rows, period} = await ask.reconciliation({...asked, level: 'office', unit: '38.KV01'});
        const row = (code: string) => rows.find((one) => one.code === code);
        expect(row('TONG_THU_LY')).toMatchObject({
          paper: 4,
          paper_version: 'CHINH_THUC',
          platform: 2,
          gap: 2,
          gap_rate: 0.5,
          band: null,
        });
        expect(row('TY_LE')).toMatchObject({paper: 0.25, platform: 0, gap: 0.25});
        expect(row('UY_THAC')).toMatchObject({paper: null, platform: 0, gap: null, gap_rate: null});
        expect(period).toMatchObject({
          is_over: true,
          platform_source: 'night',
          counted_night: '2026-03-31',
          note: null,
        });
      },
    ));

  test('says how many offices have not reported, and compares no province of which only a part has at its offices', () =>
    onReportedNight(
      [...report({TONG_THU_LY: 4}), ...report({TONG_THU_LY: 9}, {ma_don_vi: '14', phien_ban: 'SO_BO'})],
      async (ask) => {
        const provinces = await ask.reconciliation({...asked, level: 'province'});
        expect(
          provinces.rows
            .filter(({code}) => code === 'TONG_THU_LY')
            .map(({unit_id, paper, paper_version, paper_reports_missing}) => [
              unit_id,
              paper,
              paper_version,
              paper_reports_missing,
            ]),
        ).toEqual([
          ['14', 9, 'SO_BO', 0],
          ['38', 4, 'CHINH_THUC', 1],
        ]);
        const offices = await ask.reconciliation({...asked, level: 'office', unit: '14'});
        expect(offices.rows.filter(({paper}) => paper !== null)).toEqual([]);
      },
    ));

  test('has a residual of its own for each identity that fails, and none that cannot be checked', () =>
    onReportedNight(
      [
        ...report({TONG_THU_LY: 10, NAM_TRUOC_CHUYEN_SANG: 4, THU_LY_MOI: 5}),
        ...report(
          {TONG_THU_LY: 10, UY_THAC: 1, THU_HOI_QD: 2, TONG_PHAI_THI_HANH: 7},
          {ma_don_vi: '14.KV01'},
        ),
      ],
      async (ask) => {
        const answer = await ask.reconciliation({...asked, level: 'office'});
        expect(residuals(answer).filter(([, side]) => side === 'paper')).toEqual([
          ['14.KV01', 'paper', 2, null, 0],
          ['38.KV01', 'paper', 1, null, -1],
        ]);
      },
    ));

  test('leaves files of an office that nobody knows as a residual of the nation', () =>
    onReportedNight(
      [],
      async (ask) => {
        const answer = await ask.reconciliation({...asked, level: 'nation'});
        expect(residuals(answer).filter(([, , identity]) => identity === 4)).toContainEqual([
          'VN',
          'platform',
          4,
          'TONG_THU_LY',
          -1,
        ]);
      },
      {ho_so: [...caseFiles(2), caseFile({ma_ho_so: 'h9', ma_don_vi: '99.KV01'})]},
    ));

  test('counts postponed and suspended cases in identity 3 from 2020 on, and within what is enforceable before', () => {
    const parts = {TONG_PHAI_THI_HANH: 10, CO_DIEU_KIEN: 6, CHUA_CO_DIEU_KIEN: 2, HOAN: 1, TAM_DINH_CHI: 1};
    const whole = {TONG_PHAI_THI_HANH: 8, CO_DIEU_KIEN: 6, CHUA_CO_DIEU_KIEN: 2};
    const of = (nam: number) => ({nam, so_thang: 8, ma_don_vi: 'CUC'});
    return onReportedNight(
      [
        ...report(parts, of(2020)),
        ...report({...parts}, of(2018)),
        ...report(whole, of(2019)),
        ...report(whole, of(2021)),
      ],
      async (ask) => {
        const third = async (nam: string) =>
          residuals(await ask.reconciliation({...asked, nam, so_thang: '8', level: 'nation'}));
        expect(await third('2020')).toEqual([['VN', 'paper', 3, null, 0]]);
        expect(await third('2018')).toEqual([['VN', 'paper', 3, null, -2]]);
        expect(await third('2019')).toEqual([['VN', 'paper', 3, null, 0]]);
        // Two of its terms were not delivered: no row, and no made-up nothing.
        expect(await third('2021')).toEqual([]);
      },
    );
  });

  test('finds a flow that falls from one month to the next, and says nothing of a stock that does', () =>
    onReportedNight(
      [
        ...report({THI_HANH_XONG: 9, UY_THAC: 2, DANG_THI_HANH: 50}, {so_thang: 5}),
        ...report({THI_HANH_XONG: 7, UY_THAC: 2, DANG_THI_HANH: 40}, {so_thang: 6}),
      ],
      async (ask) => {
        const answer = await ask.reconciliation({...asked, unit: '38.KV01'});
        expect(residuals(answer).filter(([, side]) => side === 'paper')).toEqual([
          ['38.KV01', 'paper', 5, 'THI_HANH_XONG', -2],
        ]);
        const before = await ask.reconciliation({...asked, so_thang: '5', unit: '38.KV01'});
        expect(residuals(before).filter(([, side]) => side === 'paper')).toEqual([]);
      },
    ));

  test('works every rate out, and finds one on paper that differs', () =>
    onReportedNight(
      [
        ...report({THI_HANH_XONG: 1, DINH_CHI: 1, CO_DIEU_KIEN: 3, TY_LE: 6667}),
        ...report({THI_HANH_XONG: 1, DINH_CHI: 1, CO_DIEU_KIEN: 4, TY_LE: 7000}, {ma_don_vi: '14.KV01'}),
      ],
      async (ask) => {
        const answer = await ask.reconciliation({...asked, level: 'office'});
        expect(answer.findings).toEqual([{unit_id: '14.KV01', reported: 0.7, computed: 0.5}]);
        expect(answer.rows.find(({unit_id, code}) => unit_id === '14.KV01' && code === 'TY_LE')?.paper).toBe(
          0.5,
        );
      },
    ));
});

describe('the night that answers', () => {
  test('is the last one not after the end of the period, also once later nights have come', () =>
    onNightGround(async (ground) => {
      ground.deliver('2026-03-24', {ho_so: caseFiles(1)});
      ground.deliver('2026-03-30', {ho_so: caseFiles(2)});
      ground.deliver('2026-04-02', {ho_so: caseFiles(5)});
      await ground.count();
      await onVersion(ground, async (ask) => {
        const total = async (so_thang: string) => {
          const {rows, period} = await ask.forms({nam: '2026', so_thang, unit: 'VN'});
          return [rows.find(({code}) => code === 'TONG_THU_LY')?.value, period.counted_night, period.note];
        };
        expect(await total('6')).toEqual([
          2,
          '2026-03-30',
          'Đêm 2026-03-31 không có số liệu; số liệu phía Nền tảng số tính đến đêm 2026-03-30.',
        ]);
        expect(await total('7')).toEqual([
          5,
          '2026-04-02',
          'Kỳ chưa kết thúc; số liệu phía Nền tảng số tính đến đêm 2026-04-02.',
        ]);
      });
      // Only the last night of each month is remembered.
      expect(
        await ground.read(`select counted_to from marts.form_counts where night = counted_to order by 1`),
      ).toEqual([{counted_to: '2026-03-30'}, {counted_to: '2026-04-02'}]);
    }));

  test('keeps what it counted by officer, and is the same when history is rebuilt', () =>
    onNightGround(async (ground) => {
      ground.deliver('2026-03-31', {ho_so: caseFiles(2)});
      ground.deliver('2026-04-01', {ho_so: caseFiles(3)});
      await ground.count();
      const counted = () =>
        ground.read(
          `select counted_to, officer_id, indicator, figure from marts.form_figures
           where form_kind = 'VIEC' and counted_to >= '2026-03-31' order by all`,
        );
      const before = await counted();
      expect(before).toContainEqual({
        counted_to: '2026-03-31',
        officer_id: 'c1',
        indicator: 'THU_LY_MOI',
        figure: 2,
      });
      await ground.count({fromScratch: true});
      expect(await counted()).toEqual(before);
    }));
});

describe('asking', () => {
  test('without a period takes the last that is over and has paper', () =>
    onReportedNight(report({TONG_THU_LY: 4}, {so_thang: 5}), async (ask) => {
      expect((await ask.reconciliation({})).period).toMatchObject({nam: 2026, so_thang: 5});
    }));

  test('for a period that nobody has figures of says which there are', () =>
    onReportedNight([], async (ask) => {
      await expect(ask.forms({nam: '2024', so_thang: '3'})).rejects.toMatchObject({
        code: 'no_figures',
        message:
          'Biểu VIEC kỳ 3 tháng năm 2024 không có báo cáo giấy và không có đêm số liệu nào. ' +
          'Các kỳ có số liệu từ kỳ 1 tháng năm 2026 đến kỳ 12 tháng năm 2026.',
      });
      await expect(ask.forms({nam: '2024'})).rejects.toMatchObject({code: 'invalid_parameter'});
    }));

  test('for the provinces to be criticised gives those below 5 %, the worst first', () =>
    onReportedNight(
      [],
      async (ask) => {
        // Of two files with money neither is complete in Thanh Hóa; Sơn La has none with money.
        const {list, rows} = await ask.list('money_coverage_below_5');
        expect(list).toMatchObject({purpose: 'criticism', comparison: 'below', threshold: 0.05});
        expect(rows.map(({n, unit_id, value}) => [n, unit_id, value])).toEqual([[1, '38', 0]]);
        await expect(ask.list('nothing')).rejects.toMatchObject({code: 'unknown_list'});
      },
      {khoan_tien: []},
    ));
});

/** Provinces with one office each. */
function provinces(...codes: string[]): DeliveredRow[] {
  const valid = {ten_don_vi: 'Đơn vị', ngay_hieu_luc: '2025-07-01'};
  return codes.flatMap((code) => [
    {...valid, ma_don_vi: code, cap_don_vi: 'TINH', ma_don_vi_cha: 'CUC', ma_tinh: code},
    {...valid, ma_don_vi: `${code}.KV01`, cap_don_vi: 'PHONG_KV', ma_don_vi_cha: code, ma_tinh: code},
  ]);
}
