/** The statistical forms as the platform counts them (2-metrics § 2.5), on files one can count on one's fingers. */
import {describe, expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {onSmallNight, type Deliveries} from '../small-night.ts';

const files = (...rows: Record<string, unknown>[]) => rows.map((row, i) => ({ma_ho_so: `h${i + 1}`, ...row}));

/** The indicators of an office that are not nothing, counted to a day; the night itself unless another is named. */
async function indicatorsOf(
  deliveries: Deliveries,
  {form = 'VIEC', to = '2026-03-31', unit = '38.KV01'} = {},
): Promise<Record<string, number>> {
  const rows = await onSmallNight(deliveries, (db) =>
    recordsOf<{indicator: string; figure: number}>(
      db,
      `select indicator, figure from marts.platform_figures
       where counted_to = $to::date and form_kind = $form and unit_id = $unit and level <> 'whole' and figure <> 0`,
      {form, to, unit},
    ),
  );
  return Object.fromEntries(rows.map(({indicator, figure}) => [indicator, figure]));
}

const pending = {TONG_THU_LY: 1, TONG_PHAI_THI_HANH: 1, CO_DIEU_KIEN: 1, CHUYEN_KY_SAU: 1, DANG_THI_HANH: 1};

describe('cases', () => {
  test('accepted on the first day of the period are new, the day before brought over', async () => {
    expect(await indicatorsOf({ho_so: files({ngay_thu_ly: '2025-10-01'})})).toEqual({
      ...pending,
      THU_LY_MOI: 1,
    });
    expect(await indicatorsOf({ho_so: files({ngay_thu_ly: '2025-09-30'})})).toEqual({
      ...pending,
      NAM_TRUOC_CHUYEN_SANG: 1,
    });
  });

  test('accepted on the last day counted are in it, the day after not yet', async () => {
    expect(
      await indicatorsOf({ho_so: files({ngay_thu_ly: '2026-03-31'}, {ngay_thu_ly: '2026-04-01'})}),
    ).toEqual({
      ...pending,
      THU_LY_MOI: 1,
    });
  });

  test('ended the day before the period are out of it, on its first day in it', async () => {
    const ended = (ngay_tinh_trang: string) =>
      indicatorsOf({
        ho_so: files({ngay_thu_ly: '2025-01-02', tinh_trang: 'THI_HANH_XONG', ngay_tinh_trang}),
      });
    expect(await ended('2025-09-30')).toEqual({});
    expect(await ended('2025-10-01')).toEqual({
      TONG_THU_LY: 1,
      NAM_TRUOC_CHUYEN_SANG: 1,
      TONG_PHAI_THI_HANH: 1,
      CO_DIEU_KIEN: 1,
      THI_HANH_XONG: 1,
    });
  });

  test.each([
    ['DINH_CHI', {TONG_PHAI_THI_HANH: 1, CO_DIEU_KIEN: 1, DINH_CHI: 1}],
    ['GUI_LAI_YEU_CAU', {TONG_PHAI_THI_HANH: 1, CO_DIEU_KIEN: 1, GUI_LAI_YEU_CAU: 1}],
    ['UY_THAC', {UY_THAC: 1}],
    ['THU_HOI_QD', {THU_HOI_QD: 1}],
    ['CHUA_PHAN_LOAI', {TONG_PHAI_THI_HANH: 1, CO_DIEU_KIEN: 1, DANG_THI_HANH: 1, CHUYEN_KY_SAU: 1}],
    ['HOAN_THOA_THUAN', {TONG_PHAI_THI_HANH: 1, CO_DIEU_KIEN: 1, HOAN_THOA_THUAN: 1, CHUYEN_KY_SAU: 1}],
    ['HOAN', {TONG_PHAI_THI_HANH: 1, HOAN: 1, CHUYEN_KY_SAU: 1}],
    ['TAM_DINH_CHI', {TONG_PHAI_THI_HANH: 1, TAM_DINH_CHI: 1, CHUYEN_KY_SAU: 1}],
    ['CHUA_CO_DIEU_KIEN', {TONG_PHAI_THI_HANH: 1, CHUA_CO_DIEU_KIEN: 1, CHUYEN_KY_SAU: 1}],
  ])('that are %s are counted where the form has them', async (tinh_trang, counted) => {
    const ho_so = files({tinh_trang, ngay_tinh_trang: '2026-03-31'});
    expect(await indicatorsOf({ho_so})).toEqual({TONG_THU_LY: 1, THU_LY_MOI: 1, ...counted});
  });

  test('in the separate register stand apart from every total, whenever they got there', async () => {
    const ho_so = files(
      {tinh_trang: 'SO_THEO_DOI_RIENG', ngay_tinh_trang: '2024-01-05', ngay_thu_ly: '2020-01-05'},
      {tinh_trang: 'SO_THEO_DOI_RIENG', ngay_tinh_trang: '2026-02-05', ngay_thu_ly: '2020-01-05'},
      {tinh_trang: 'SO_THEO_DOI_RIENG', ngay_tinh_trang: null},
    );
    expect(await indicatorsOf({ho_so})).toEqual({SO_THEO_DOI_RIENG: 3});
  });

  test('ended nobody knows when are in the total and in none of its parts', async () => {
    const ho_so = files({tinh_trang: 'THI_HANH_XONG', ngay_tinh_trang: null});
    expect(await indicatorsOf({ho_so})).toEqual({
      TONG_THU_LY: 1,
      THU_LY_MOI: 1,
      TONG_PHAI_THI_HANH: 1,
      CHUYEN_KY_SAU: 1,
    });
  });

  test('accepted in the period are new in it, though they say that they ended before it', async () => {
    const ho_so = files({
      ngay_thu_ly: '2025-12-01',
      tinh_trang: 'THI_HANH_XONG',
      ngay_tinh_trang: '2025-09-30',
    });
    expect(await indicatorsOf({ho_so})).toEqual({
      TONG_THU_LY: 1,
      THU_LY_MOI: 1,
      TONG_PHAI_THI_HANH: 1,
      CHUYEN_KY_SAU: 1,
    });
  });

  test('deleted or entered twice do not count', async () => {
    const same = {so_ban_an: '1/2025', ngay_ban_an: '2025-01-01', toa_an: 'Tòa A', so_qd_tha: '5/QĐ'};
    const ho_so = files(same, same, {ngay_xoa: '2026-03-01 08:00:00'});
    expect(await indicatorsOf({ho_so})).toMatchObject({TONG_THU_LY: 1});
  });

  test('of the nation are those of its provinces, and of a province those of its offices', async () => {
    const ho_so = files({}, {ma_don_vi: '38.NV1'}, {ma_don_vi: '14.KV01'});
    expect(await indicatorsOf({ho_so}, {unit: '38'})).toMatchObject({TONG_THU_LY: 2});
    expect(await indicatorsOf({ho_so}, {unit: 'VN'})).toMatchObject({TONG_THU_LY: 3});
  });
});

describe('money', () => {
  const item = {
    phai_thi_hanh: 1000,
    da_thi_hanh: 300,
    da_thi_hanh_truoc: 100,
    giam_mien: 50,
    con_phai_thi_hanh: 650,
  };

  test('to be enforced, enforced and remitted is that of the year, and the rest follows the state of the file', async () => {
    const deliveries = {
      ho_so: files({tinh_trang: 'HOAN', co_tien: true}),
      khoan_tien: [{ma_khoan: 'k1', ma_ho_so: 'h1', ...item}],
    };
    expect(await indicatorsOf(deliveries, {form: 'TIEN'})).toEqual({
      TONG_THU_LY: 900,
      THU_LY_MOI: 900,
      TONG_PHAI_THI_HANH: 900,
      THI_HANH_XONG: 200,
      GIAM_MIEN: 50,
      CO_DIEU_KIEN: 250,
      HOAN: 650,
      CHUYEN_KY_SAU: 650,
    });
  });

  test('entrusted is what was still owed; what had been enforced stays', async () => {
    const deliveries = {
      ho_so: files({tinh_trang: 'UY_THAC', ngay_tinh_trang: '2026-03-01', co_tien: true}),
      khoan_tien: [{ma_khoan: 'k1', ma_ho_so: 'h1', ...item}],
    };
    expect(await indicatorsOf(deliveries, {form: 'TIEN'})).toMatchObject({
      TONG_THU_LY: 900,
      UY_THAC: 650,
      TONG_PHAI_THI_HANH: 250,
      CO_DIEU_KIEN: 250,
    });
  });

  test('that is missing counts as nothing, and how many items miss it is told', async () => {
    const rows = await onSmallNight(
      {
        ho_so: files({co_tien: true}),
        khoan_tien: [
          {ma_khoan: 'k1', ma_ho_so: 'h1', phai_thi_hanh: 700},
          {ma_khoan: 'k2', ma_ho_so: 'h1', ...item, giam_mien: null, con_phai_thi_hanh: 700},
        ],
      },
      (db) =>
        recordsOf(
          db,
          `select figure, null_items from marts.platform_figures
           where counted_to = '2026-03-31' and form_kind = 'TIEN' and unit_id = 'VN' and level = 'nation'
               and indicator = 'TONG_THU_LY'`,
        ),
    );
    expect(rows).toEqual([{figure: 1600, null_items: 1}]);
  });

  test('of absurd amounts does not stop the night', async () => {
    const most = 9223372036854775807n;
    const deliveries = {
      ho_so: files({co_tien: true}),
      khoan_tien: ['k1', 'k2'].map((ma_khoan) => ({ma_khoan, ma_ho_so: 'h1', phai_thi_hanh: most})),
    };
    expect((await indicatorsOf(deliveries, {form: 'TIEN'}))['TONG_THU_LY']).toBeCloseTo(2 * Number(most), -5);
  });
});

describe('a period that ended before the first night', () => {
  test('is counted from the first night after it, as the files stood at its end', async () => {
    const ho_so = files(
      {tinh_trang: 'THI_HANH_XONG', ngay_tinh_trang: '2026-02-28'},
      {tinh_trang: 'THI_HANH_XONG', ngay_tinh_trang: '2026-03-01'},
      {ngay_thu_ly: '2026-03-01'},
    );
    expect(await indicatorsOf({ho_so}, {to: '2026-02-28'})).toMatchObject({
      TONG_THU_LY: 2,
      THI_HANH_XONG: 1,
      DANG_THI_HANH: 1,
    });
  });

  test('names the later night, and one before the platform’s first year is not counted at all', async () => {
    const paper = {loai_bieu: 'VIEC', chi_tieu: 'TONG_THU_LY', gia_tri: 5};
    const periods = await onSmallNight(
      {
        bao_cao_giay: [
          {...paper, nam: 2026, so_thang: 5},
          {...paper, nam: 2025, so_thang: 12},
        ],
      },
      (db) =>
        recordsOf(
          db,
          `select statistical_year, months, platform_source, counted_night from marts.form_periods
           where has_paper and form_kind = 'VIEC' order by all`,
        ),
    );
    expect(periods).toEqual([
      {statistical_year: 2025, months: 12, platform_source: null, counted_night: null},
      {statistical_year: 2026, months: 5, platform_source: 'later_night', counted_night: '2026-03-31'},
    ]);
  });
});

describe('paper', () => {
  /** What stands on paper for each unit, of one indicator. */
  const paperOf = (figures: Record<string, unknown>[]) =>
    onSmallNight(
      {
        bao_cao_giay: figures.map((figure) => ({
          nam: 2026,
          so_thang: 5,
          loai_bieu: 'VIEC',
          chi_tieu: 'TONG_THU_LY',
          ...figure,
        })),
      },
      (db) =>
        recordsOf(
          db,
          `select level, unit_id, figure, is_final, parts_figure - whole_figure as residual
           from marts.reported_totals where side = 'paper' order by level, unit_id`,
        ),
    );

  test('is the final version where there is one, else the preliminary; a sum is final when all of it is', async () => {
    const rows = await paperOf([
      {ma_don_vi: '38.KV01', gia_tri: 10, phien_ban: 'SO_BO'},
      {ma_don_vi: '38.KV01', gia_tri: 12},
      {ma_don_vi: '38.NV1', gia_tri: 5, phien_ban: 'SO_BO'},
    ]);
    expect(rows).toEqual([
      {level: 'nation', unit_id: 'VN', figure: 17, is_final: false, residual: null},
      {level: 'office', unit_id: '38.KV01', figure: 12, is_final: true, residual: null},
      {level: 'office', unit_id: '38.NV1', figure: 5, is_final: false, residual: null},
      {level: 'province', unit_id: '38', figure: 17, is_final: false, residual: null},
    ]);
  });

  test('given for a province alone stands at the province, and in the nation', async () => {
    expect(
      await paperOf([
        {ma_don_vi: '38', gia_tri: 100},
        {ma_don_vi: '14.KV01', gia_tri: 7},
      ]),
    ).toMatchObject([
      {level: 'nation', figure: 107},
      {level: 'office', unit_id: '14.KV01'},
      {level: 'province', unit_id: '14', figure: 7},
      {level: 'province', unit_id: '38', figure: 100},
    ]);
  });

  test('of a province and of its offices that do not add up to it leave a residual', async () => {
    const rows = await paperOf([
      {ma_don_vi: '38', gia_tri: 100},
      {ma_don_vi: '38.KV01', gia_tri: 60},
      {ma_don_vi: '38.NV1', gia_tri: 37},
    ]);
    expect(rows).toContainEqual({level: 'province', unit_id: '38', figure: 97, is_final: true, residual: -3});
  });

  test('of provinces that have merged adds up in today’s, by the codes of then', async () => {
    // In 2019 15 was Yên Bái and 10 Lào Cai, both Lào Cai (15) today; 14 was Sơn La then as now.
    const rows = await paperOf([
      {nam: 2019, ma_don_vi: '15', gia_tri: 100},
      {nam: 2019, ma_don_vi: '10', gia_tri: 20},
      {nam: 2019, ma_don_vi: '14', gia_tri: 3},
    ]);
    expect(rows).toMatchObject([
      {level: 'nation', figure: 123},
      {level: 'province', unit_id: '14', figure: 3},
      {level: 'province', unit_id: '15', figure: 120},
    ]);
  });

  test('of a code that meant another province then is taken for what it meant', async () => {
    // Tây Ninh was 72 and is 80 today, which was Long An's; Đồng Tháp was 87 and is 82, which was Tiền Giang's.
    const rows = await paperOf([
      {nam: 2019, ma_don_vi: '72', gia_tri: 4},
      {nam: 2019, ma_don_vi: '87', gia_tri: 6},
      {nam: 2019, ma_don_vi: '82', gia_tri: 1},
    ]);
    expect(rows).toMatchObject([
      {level: 'nation', figure: 11},
      {level: 'province', unit_id: '80', figure: 4},
      {level: 'province', unit_id: '82', figure: 7},
    ]);
    expect(await paperOf([{ma_don_vi: '82', gia_tri: 1}])).toMatchObject([
      {level: 'nation', figure: 1},
      {level: 'province', unit_id: '82', figure: 1},
    ]);
  });

  test('of before the merger is not taken for a figure of today’s unit of the same code', async () => {
    const rows = await onSmallNight({bao_cao_giay: [{nam: 2019, ma_don_vi: '15', gia_tri: 100}]}, (db) =>
      recordsOf(db, 'from marts.paper_figures'),
    );
    expect(rows).toEqual([]);
  });
});
