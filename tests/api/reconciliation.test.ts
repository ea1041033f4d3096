/** Paper against platform as it is asked for, from deliveries to answers: landed, counted and read by the real code. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {FormsAnswer, ListAnswer, ReconciliationAnswer} from '../../api/answers.ts';
import type {Endpoint} from '../../api/endpoint.ts';
import {OpenVersion} from '../../api/open-version.ts';
import {forms} from '../../api/routes/forms.ts';
import {letterList} from '../../api/routes/lists.ts';
import {reconciliation} from '../../api/routes/reconciliation.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import type {DeliveredRow} from '../deliveries.ts';
import {caseFile, caseFiles, onNightGround, type NightGround} from '../night-ground.ts';
import {deliver, smallTables} from '../small-landing.ts';

type Query = Record<string, string>;

/** The three endpoints, asked by the leadership; every answer has the shape it declares. */
interface Asking {
  reconciliation(query: Query): Promise<ReconciliationAnswer>;
  forms(query: Query): Promise<FormsAnswer>;
  list(id: string, query?: Query): Promise<ListAnswer>;
}

async function onVersion(ground: NightGround, look: (ask: Asking) => Promise<void>): Promise<void> {
  const version = await OpenVersion.open(ground.folder, ground.inForce()!);
  const store = openStore(stateFolder(ground.folder.root));
  const ask = async (endpoint: Endpoint, query: Query, params = {}) => {
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

/** Figures of one report of Khu vực 1 of Thanh Hóa, unless given otherwise, as rows of the delivery. */
const report = (given: DeliveredRow, figures: Record<string, number>): DeliveredRow[] =>
  Object.entries(figures).map(([chi_tieu, gia_tri]) => ({
    loai_bieu: 'VIEC',
    ma_don_vi: '38.KV01',
    phien_ban: 'CHINH_THUC',
    ...given,
    chi_tieu,
    gia_tri,
  }));

const eightMonthsOf2019 = {nam: 2019, so_thang: 8, ma_don_vi: 'CUC'};

/** The letter of 2019, whose two sides come as published totals. */
const letterOf2019 = [
  ...report(eightMonthsOf2019, {
    TONG_THU_LY: 765766,
    THU_LY_MOI: 423911,
    UY_THAC: 7443,
    TONG_PHAI_THI_HANH: 758323,
    THI_HANH_XONG: 336404,
    CHUA_CO_DIEU_KIEN: 199855,
  }),
  ...report(
    {...eightMonthsOf2019, phien_ban: 'NEN_TANG'},
    {
      TONG_THU_LY: 727054,
      THU_LY_MOI: 396187,
      UY_THAC: 5738,
      TONG_PHAI_THI_HANH: 719770,
      THI_HANH_XONG: 262932,
      CHUA_CO_DIEU_KIEN: 160671,
    },
  ),
];

/** A province's total in seven months of 2019 on paper; on the platform it is 10.000. */
const sevenMonthsOf2019 = (ma_don_vi: string, paper: number) => [
  ...report({nam: 2019, so_thang: 7, ma_don_vi}, {TONG_THU_LY: paper}),
  ...report({nam: 2019, so_thang: 7, ma_don_vi, phien_ban: 'NEN_TANG'}, {TONG_THU_LY: 10000}),
];

const nineMonthsOf = (nam: number) => ({nam, so_thang: 9, ma_don_vi: 'CUC'});
const fourParts = {TONG_PHAI_THI_HANH: 10, CO_DIEU_KIEN: 6, CHUA_CO_DIEU_KIEN: 2, HOAN: 1, TAM_DINH_CHI: 1};
const twoParts = {TONG_PHAI_THI_HANH: 8, CO_DIEU_KIEN: 6, CHUA_CO_DIEU_KIEN: 2};

/** Reports that have nothing to do with one another, each of a period of its own. */
const paper = [
  ...letterOf2019,
  // These three provinces had the same codes then as now.
  ...report({nam: 2019, so_thang: 6, ma_don_vi: '14'}, {TONG_THU_LY: 1000}),
  ...report({nam: 2019, so_thang: 6, ma_don_vi: '38'}, {TONG_THU_LY: 2000}),
  ...sevenMonthsOf2019('14', 8001),
  ...sevenMonthsOf2019('38', 12000),
  ...sevenMonthsOf2019('40', 12001),
  ...report(nineMonthsOf(2018), fourParts),
  ...report(nineMonthsOf(2019), twoParts),
  ...report(nineMonthsOf(2020), fourParts),
  ...report(nineMonthsOf(2021), twoParts),
  ...report({nam: 2025, so_thang: 10}, {THI_HANH_XONG: 9, UY_THAC: 2, DANG_THI_HANH: 50}),
  ...report({nam: 2025, so_thang: 11}, {THI_HANH_XONG: 7, UY_THAC: 2, DANG_THI_HANH: 40}),
  ...report({nam: 2025, so_thang: 12}, {TONG_THU_LY: 10, NAM_TRUOC_CHUYEN_SANG: 4, THU_LY_MOI: 5}),
  ...report(
    {nam: 2025, so_thang: 12, ma_don_vi: '14.KV01'},
    {TONG_THU_LY: 10, UY_THAC: 1, THU_HOI_QD: 2, TONG_PHAI_THI_HANH: 7},
  ),
  ...report({nam: 2026, so_thang: 3}, {THI_HANH_XONG: 1, DINH_CHI: 1, CO_DIEU_KIEN: 3, TY_LE: 6667}),
  ...report(
    {nam: 2026, so_thang: 3, ma_don_vi: '14.KV01'},
    {THI_HANH_XONG: 1, DINH_CHI: 1, CO_DIEU_KIEN: 4, TY_LE: 7000},
  ),
  ...report({nam: 2026, so_thang: 4}, {TONG_THU_LY: 4}),
  ...report({nam: 2026, so_thang: 4, ma_don_vi: '14', phien_ban: 'SO_BO'}, {TONG_THU_LY: 9}),
  ...report(
    {nam: 2026, so_thang: 6},
    {TONG_THU_LY: 4, THU_LY_MOI: 4, THI_HANH_XONG: 1, DINH_CHI: 0, CO_DIEU_KIEN: 4},
  ),
];

const unitOf = {ten_don_vi: 'Đơn vị', ma_tinh: '40', ngay_hieu_luc: '2025-07-01'};

/** Three provinces; on the platform two cases of Khu vực 1 of Thanh Hóa, and one of an office that nobody knows. */
const tables = {
  don_vi: [
    ...smallTables['don_vi']!,
    {...unitOf, ma_don_vi: '40', cap_don_vi: 'TINH'},
    {...unitOf, ma_don_vi: '40.KV01', cap_don_vi: 'PHONG_KV', ma_don_vi_cha: '40'},
  ],
  ho_so: [...caseFiles(2), caseFile({ma_ho_so: 'h9', ma_don_vi: '99.KV01'})],
  khoan_tien: [],
};

let ask: Asking;
let done: () => void;
let lent: Promise<void>;

beforeAll(async () => {
  const over = new Promise<void>((resolve) => (done = resolve));
  await new Promise<void>((ready, failed) => {
    lent = onNightGround(async (ground) => {
      deliver(ground.landing, 'thong-ke', {tables: {bao_cao_giay: paper}});
      ground.deliver('2026-03-31', tables);
      const {published} = await ground.count();
      expect(published.map(({quarantined}) => quarantined)).toEqual([0]);
      await onVersion(ground, async (asking) => {
        ask = asking;
        ready();
        await over;
      });
    });
    lent.catch(failed);
  });
});
afterAll(() => {
  done();
  return lent;
});

/** What is left over on one side, as `[unit, identity, code, residual]`. */
async function residuals(query: Query, of: 'paper' | 'platform' = 'paper'): Promise<unknown[]> {
  const {identities} = await ask.reconciliation(query);
  return identities
    .filter(({side}) => side === of)
    .map(({unit_id, identity, code, residual}) => [unit_id, identity, code, residual]);
}

describe('the letter of 2019', () => {
  const asked = {nam: '2019', so_thang: '8', loai_bieu: 'VIEC', level: 'nation'};

  test('comes out as it was published', async () => {
    const {rows, period, form} = await ask.reconciliation(asked);
    expect(
      rows
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
    expect(period).toMatchObject({from: '2018-10-01', to: '2019-05-31', platform_source: 'delivered'});
    expect(period.counted_night).toBeNull();
    expect(form?.form_number).toBe('06/TK-THA');
  });

  test('balances on paper, and on the platform leaves the 1.546 cases it did not notice', async () => {
    expect(await residuals(asked, 'paper')).toEqual([['VN', 2, null, 0]]);
    expect(await residuals(asked, 'platform')).toEqual([['VN', 2, null, 1546]]);
  });

  test('gives every province that may be late its deadline, and none where the gap is just 2.000', async () => {
    const {rows} = await ask.reconciliation({...asked, so_thang: '7', level: 'province'});
    expect(
      rows
        .filter(({code}) => code === 'TONG_THU_LY')
        .map(({unit_id, gap, band}) => [unit_id, gap, band?.name, band?.deadline]),
    ).toEqual([
      ['40', 2001, 'Chênh lệch trên 2.000 hồ sơ', '2019-08-24T23:59:59+07:00'],
      ['14', -1999, 'Chênh lệch dưới 2.000 hồ sơ', '2019-08-09T23:59:59+07:00'],
      ['38', 2000, 'Văn bản không quy định', null],
    ]);
  });

  test('praises those whose gap is smallest, whichever side is ahead', async () => {
    const {list, rows} = await ask.list('gap_smallest_13', {nam: '2019', so_thang: '7'});
    expect(list).toMatchObject({purpose: 'praise', threshold: 13});
    expect(rows.map(({n, unit_id, value}) => [n, unit_id, value])).toEqual([
      [1, '14', 1999],
      [2, '38', 2000],
      [3, '40', 2001],
    ]);
  });
});

describe('paper against platform', () => {
  test('is a gap in cases and as a share of paper, indicator by indicator', async () => {
    const {rows, period} = await ask.reconciliation({nam: '2026', so_thang: '6', unit: '38.KV01'});
    const row = (code: string) => rows.find((one) => one.code === code);
    expect(row('TONG_THU_LY')).toMatchObject({paper: 4, paper_version: 'CHINH_THUC', platform: 2});
    expect(row('TONG_THU_LY')).toMatchObject({gap: 2, gap_rate: 0.5, band: null});
    expect(row('TY_LE')).toMatchObject({paper: 0.25, platform: 0, gap: 0.25});
    expect(row('UY_THAC')).toMatchObject({paper: null, platform: 0, gap: null, gap_rate: null});
    expect(period).toMatchObject({is_over: true, counted_night: '2026-03-31', note: null});
  });

  test('says which version paper is, and how many offices it lacks', async () => {
    const {rows} = await ask.reconciliation({nam: '2026', so_thang: '4', level: 'province'});
    expect(
      rows
        .filter(({code}) => code === 'TONG_THU_LY')
        .map((row) => [row.unit_id, row.paper, row.paper_version, row.paper_reports_missing]),
    ).toEqual([
      ['40', null, null, 1],
      ['14', 9, 'SO_BO', 0],
      ['38', 4, 'CHINH_THUC', 1],
    ]);
  });

  test('says how many provinces a sum of the nation lacks; a total of the nation lacks none', async () => {
    const total = async (so_thang: string) => {
      const {rows} = await ask.reconciliation({nam: '2019', so_thang, level: 'nation'});
      return [rows[0]?.code, rows[0]?.paper, rows[0]?.paper_reports_missing];
    };
    expect(await total('6')).toEqual(['TONG_THU_LY', 3000, 1]);
    expect(await total('7')).toEqual(['TONG_THU_LY', 32002, 0]);
    expect(await total('8')).toEqual(['TONG_THU_LY', 765766, 0]);
  });

  test('compares a figure given for a province alone at no office', async () => {
    const {rows} = await ask.reconciliation({nam: '2026', so_thang: '4', level: 'office', unit: '14'});
    expect(rows.filter(({paper}) => paper !== null)).toEqual([]);
  });

  test('works every rate out, and finds one on paper that differs', async () => {
    const {rows, findings} = await ask.reconciliation({nam: '2026', so_thang: '3', level: 'office'});
    expect(findings).toEqual([{unit_id: '14.KV01', reported: 0.7, computed: 0.5}]);
    expect(rows.find(({unit_id, code}) => unit_id === '14.KV01' && code === 'TY_LE')?.paper).toBe(0.5);
  });
});

describe('accounting identities', () => {
  test('leave a residual for each that fails, and no row where a term was not delivered', async () => {
    expect(await residuals({nam: '2025', so_thang: '12', level: 'office'})).toEqual([
      ['14.KV01', 2, null, 0],
      ['38.KV01', 1, null, -1],
    ]);
  });

  test('count postponed and suspended cases apart from 2020 on, and within what is enforceable before', async () => {
    const third = (nam: string) => residuals({nam, so_thang: '9', level: 'nation'});
    expect(await third('2018')).toEqual([['VN', 3, null, -2]]);
    expect(await third('2019')).toEqual([['VN', 3, null, 0]]);
    expect(await third('2020')).toEqual([['VN', 3, null, 0]]);
    // Two of its terms were not delivered: no row, and no made-up nothing.
    expect(await third('2021')).toEqual([]);
  });

  test('find a flow that falls from one month to the next, and let a stock fall', async () => {
    const of = (so_thang: string) => residuals({nam: '2025', so_thang, unit: '38.KV01'});
    expect(await of('10')).toEqual([]);
    expect(await of('11')).toEqual([['38.KV01', 5, 'THI_HANH_XONG', -2]]);
  });

  test('leave the files of an office that nobody knows as a residual of the nation', async () => {
    expect(await residuals({nam: '2026', so_thang: '6', level: 'nation'}, 'platform')).toContainEqual([
      'VN',
      4,
      'TONG_THU_LY',
      -1,
    ]);
  });
});

describe('asking', () => {
  test('without a period takes the last that is over and has paper', async () => {
    const {period, periods} = await ask.reconciliation({});
    expect(period).toMatchObject({nam: 2026, so_thang: 6});
    expect(periods[0]).toEqual({nam: 2018, so_thang: 9});
    expect(periods).toContainEqual({nam: 2019, so_thang: 8});
  });

  test('for a period that ended before the first night says that a later one answers', async () => {
    const {period} = await ask.forms({nam: '2026', so_thang: '4'});
    expect(period).toMatchObject({platform_source: 'later_night', counted_to: '2026-01-31'});
    expect(period.note).toMatch(/^Không có đêm số liệu nào trong kỳ; .* tính lại từ đêm 2026-03-31/);
  });

  test('for officers gives each of them the form of the files in charge', async () => {
    const {rows} = await ask.forms({nam: '2026', so_thang: '6', level: 'officer', unit: '38'});
    expect(rows).toHaveLength(18);
    expect(rows.filter(({value}) => value).map(({unit_id, code, value}) => [unit_id, code, value])).toEqual([
      ['c1', 'TONG_THU_LY', 3],
      ['c1', 'THU_LY_MOI', 3],
      ['c1', 'TONG_PHAI_THI_HANH', 3],
      ['c1', 'CO_DIEU_KIEN', 3],
      ['c1', 'DANG_THI_HANH', 3],
      ['c1', 'CHUYEN_KY_SAU', 3],
    ]);
    await expect(ask.forms({nam: '2026', so_thang: '4', level: 'officer'})).rejects.toMatchObject({
      code: 'level_not_available',
    });
  });

  test('for a period that nobody has figures of says which there are', async () => {
    await expect(ask.forms({nam: '2024', so_thang: '3'})).rejects.toMatchObject({
      code: 'no_figures',
      message:
        'Biểu VIEC kỳ 3 tháng năm 2024 không có báo cáo giấy và không có đêm số liệu nào. ' +
        'Các kỳ có số liệu từ kỳ 9 tháng năm 2018 đến kỳ 12 tháng năm 2026.',
    });
    await expect(ask.forms({nam: '2024'})).rejects.toMatchObject({code: 'invalid_parameter'});
  });

  test('for the provinces to be criticised gives those below 5 %, the worst first', async () => {
    // Of two files with money in Thanh Hóa neither is complete; the others have none with money.
    const {list, rows} = await ask.list('money_coverage_below_5');
    expect(list).toMatchObject({purpose: 'criticism', comparison: 'below', threshold: 0.05});
    expect(rows.map(({n, unit_id, value}) => [n, unit_id, value])).toEqual([[1, '38', 0]]);
    await expect(ask.list('nothing')).rejects.toMatchObject({code: 'unknown_list'});
  });
});

describe('the night that answers', () => {
  test('is the last one not after the end of the period, also once later nights have come', () =>
    onNightGround(async (ground) => {
      ground.deliver('2026-03-24', {ho_so: caseFiles(1)});
      ground.deliver('2026-03-30', {ho_so: caseFiles(2)});
      ground.deliver('2026-04-02', {ho_so: caseFiles(5)});
      await ground.count();
      await onVersion(ground, async (asking) => {
        const total = async (so_thang: string) => {
          const {rows, period} = await asking.forms({nam: '2026', so_thang, unit: 'VN'});
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
        await ground.read('select counted_to from marts.form_counts where night = counted_to order by all'),
      ).toEqual([{counted_to: '2026-03-30'}, {counted_to: '2026-04-02'}]);
    }));

  test('is remembered officer by officer, and the same when history is rebuilt', () =>
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
      const remembered = {counted_to: '2026-03-31', officer_id: 'c1', indicator: 'THU_LY_MOI', figure: 2};
      expect(before).toContainEqual(remembered);
      await ground.count({fromScratch: true});
      expect(await counted()).toEqual(before);
    }));
});
