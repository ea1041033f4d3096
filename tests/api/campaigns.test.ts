/** The campaign over the API, on three nights that were delivered, counted and published like any other. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {
  CampaignAnswer,
  ComparisonAnswer,
  ExplanationAnswer,
  RankingAnswer,
  RankingChangesAnswer,
  WhatIfAnswer,
} from '../../api/campaign-schemas.ts';
import type {RankingPageAnswer} from '../../api/ranking-page-schemas.ts';
import {endpoints} from '../../api/app.ts';
import type {OverviewAnswer, Problem} from '../../api/answers.ts';
import type {Role} from '../../api/roles.ts';
import {startServer, type RunningServer} from '../../api/server.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {readCurrent} from '../../warehouse/current.ts';
import {recordsOf, withDatabase} from '../../warehouse/database.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {createToken} from '../access.ts';
import type {DeliveredRow} from '../deliveries.ts';
import {deliver, smallTables} from '../small-landing.ts';

let root: string;
let data: string;
let server: RunningServer;
const campaign = '/campaigns/nen-tang-so-2026';

const officer = smallTables['can_bo']![0]!;

const units: DeliveredRow[] = [
  ...smallTables['don_vi']!,
  {
    ...smallTables['don_vi']![1]!,
    ma_don_vi: '14.KV02',
    ma_don_vi_cha: '14',
    ma_tinh: '14',
    ten_don_vi: 'Phòng 2 Sơn La',
  },
];

/** A file without fault, entered as it says. */
const file = (office: string, n: number, ngay_nhap: string): DeliveredRow => ({
  ma_ho_so: `${office}/${n}`,
  ma_don_vi: office,
  ma_chv: office.startsWith('38') ? 'c1' : 'c2',
  nguoi_nhap: 'c1',
  loai_du_lieu: 'TON_CU',
  loai_viec: 'DAN_SU',
  can_cu_thi_hanh: 'CHU_DONG',
  so_ban_an: `${n}/2025/DS-ST`,
  ngay_ban_an: '2025-11-01',
  toa_an: `Tòa án nhân dân khu vực ${office}`,
  so_qd_tha: `${n}/QĐ-CTHADS`,
  ngay_qd_tha: '2025-12-01',
  ngay_thu_ly: '2025-12-01',
  nguoi_phai_tha: 'Trần Thị Bình',
  dia_chi_phai_tha: 'Số 5 đường Lê Lợi',
  co_tien: false,
  tinh_trang: 'THI_HANH_XONG',
  ngay_tinh_trang: '2026-01-15',
  ngay_nhap,
  ngay_cap_nhat: ngay_nhap,
});

const target = (office: string, count: number, person = '-'): DeliveredRow => ({
  ma_don_vi: office,
  ma_can_bo: person,
  he_thong: 'TCTHA',
  loai_du_lieu: 'TON_CU',
  so_phai_nhap: count,
});

/**
 * Both offices of Thanh Hóa are done by the 24th, one of Sơn La too; Sơn La's other office is one file short then.
 * The file comes on the 25th and says it was entered on the 20th: that is after the cut-off of the 24th at best.
 */
const early = [
  file('38.KV01', 1, '2026-03-01 08:00:00'),
  file('38.KV01', 2, '2026-03-10 23:42:49'),
  file('38.NV1', 1, '2026-03-12 09:00:00'),
  file('14.KV01', 1, '2026-03-10 07:00:00'),
];
const backdated = file('14.KV02', 1, '2026-03-20 10:00:00');
const targets = [
  target('38.KV01', 2, 'c1'),
  target('38.NV1', 1),
  target('14.KV01', 1, 'c2'),
  target('14.KV02', 1),
];
const nights: [string, DeliveredRow[], DeliveredRow[]][] = [
  ['2026-03-24', early, targets],
  ['2026-03-25', [...early, backdated], targets],
  // After the end a raised target undoes Thanh Hóa's finish, and the record does not care.
  ['2026-03-31', [...early, backdated], [target('38.KV01', 3, 'c1'), ...targets.slice(1)]],
];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  data = join(root, 'data');
  const landing = join(root, 'landing');
  for (const [date, ho_so, chi_tieu_nhap] of nights) {
    deliver(landing, 'to-chuc-tha', {
      date,
      tables: {
        don_vi: units,
        can_bo: [
          officer,
          {...officer, ma_can_bo: 'c2', ho_ten: 'Lò Thị Mai', ma_don_vi: '14.KV01', gioi_tinh: 'NU'},
        ],
        chi_tieu_nhap,
        ho_so,
        khoan_tien: [],
      },
    });
    deliver(landing, 'to-chuc-can-bo', {
      date,
      tables: {
        van_ban_trien_khai: ['38', '14', '38.KV01', '38.NV1', '14.KV01'].map((unit) => ({
          ma_van_ban: `kh-${unit}`,
          ma_don_vi: unit,
          loai: 'KE_HOACH',
          so_ky_hieu: '1/KH-THADS',
          ngay_ban_hanh: '2026-02-10',
        })),
        vu_viec_xem_xet: [
          {
            ma_vu_viec: 'v1',
            ma_don_vi: '38.NV1',
            ma_can_bo: null,
            loai: 'DON_THU_DANG_XAC_MINH',
            tu_ngay: '2026-03-01',
            den_ngay: null,
          },
        ],
        de_nghi_khen_thuong: [],
      },
    });
  }
  await runNightly({landing, data}, createReporter('quiet'));
  server = await startServer({data, port: 0, host: '127.0.0.1', web: join(root, 'web')});
}, 120_000);

afterAll(async () => {
  await server.close();
  await rm(root, {recursive: true, force: true});
});

const ask = (path: string, role: Role = 'hoi_dong', province?: string) =>
  fetch(`${server.url}/api/v1${path}`, {
    headers: {authorization: `Bearer ${createToken(data, role, province)}`},
  });

/** The answer, in the shape its endpoint declares. */
async function read<Answer>(path: string, role?: Role, province?: string): Promise<Answer> {
  const response = await ask(path, role, province);
  const body: unknown = await response.json();
  expect({path, status: response.status, body: response.status === 200 ? '' : body}).toEqual({
    path,
    status: 200,
    body: '',
  });
  const [, , , last = ''] = path.split('?')[0]!.split('/');
  const found = endpoints.find((one) => one.path === (last ? `/campaigns/{id}/${last}` : '/campaigns/{id}'))!;
  return found.answer.parse(body) as Answer;
}

const ranksOf = ({rows}: RankingAnswer) =>
  rows.map(({rank, unit_id, officer_id, decided_by}) => [rank, unit_id ?? officer_id, decided_by]);

describe('the ranking', () => {
  test('is that of the closing night, and no later night changes it', async () => {
    const answer = await read<RankingAnswer>(`${campaign}/ranking?kind=office`);
    expect(answer).toMatchObject({night: '2026-03-31', ranking_night: '2026-03-25', is_provisional: false});
    expect(ranksOf(answer)).toEqual([
      [1, '38.KV01', 'required'],
      [2, '14.KV01', 'required'],
      [3, '38.NV1', 'finished_at'],
    ]);
    expect(answer.rows.find(({unit_id}) => unit_id === '38.KV01')).toMatchObject({
      finished_at: '2026-03-10T23:42:49+07:00',
      days_early: 15,
      required: 2,
    });
  });

  test('is on its page as it is by itself, with the campaign, the moves and every province by name', async () => {
    const page = await read<RankingPageAnswer>(`${campaign}/page?kind=office&limit=1`);
    expect(page.ranking).toEqual(await read<RankingAnswer>(`${campaign}/ranking?kind=office&limit=1`));
    const changes = await read<RankingChangesAnswer>(`${campaign}/changes?kind=office`);
    const shown = [...page.ranking.rows, ...page.ranking.not_ranked].map(({unit_id}) => unit_id);
    expect(page.changes).toEqual({
      ...changes,
      rows: changes.rows.filter(({unit_id}) => shown.includes(unit_id)),
    });
    expect(page.campaign).toEqual(await read<CampaignAnswer>(campaign));
    expect(page.provinces.map(({unit_id}) => unit_id).sort()).toEqual(['14', '38']);
  });

  test('before the end is provisional, and takes the latest night', async () => {
    const answer = await read<RankingAnswer>(`${campaign}/ranking?as_of=2026-03-24`);
    expect(answer).toMatchObject({ranking_night: '2026-03-24', is_provisional: true});
    expect(answer.rows.map(({unit_id}) => unit_id)).toEqual(['38']);
    expect(answer.not_ranked).toMatchObject([{unit_id: '14', failed: ['finished_on_time']}]);
  });

  test('dates a backdated entry by the evidence: it was absent on the 24th, so it came on the 25th', async () => {
    const {rows} = await read<RankingAnswer>(`${campaign}/ranking`);
    expect(rows.map(({unit_id, finished_at}) => [unit_id, finished_at])).toEqual([
      ['38', '2026-03-12T09:00:00+07:00'],
      ['14', '2026-03-25T00:00:00+07:00'],
    ]);
  });

  test('lists who fails a gate with value, threshold and clause, and hides nobody', async () => {
    const {not_ranked, rows} = await read<RankingAnswer>(`${campaign}/ranking?kind=office`);
    expect(not_ranked).toMatchObject([{unit_id: '14.KV02', failed: ['rollout_documents']}]);
    expect(not_ranked[0]!.gates.find(({gate}) => gate === 'rollout_documents')).toMatchObject({
      value: null,
      threshold: '2026-02-28T23:59:59+07:00',
      passed: false,
      clause: '1.1.a',
    });
    const flagged = rows.find(({unit_id}) => unit_id === '38.NV1')!;
    expect(flagged.gates.find(({gate}) => gate === 'under_verification')).toMatchObject({
      value: 1,
      passed: false,
      is_flag: true,
    });
  });

  test('comes in every format with the same rows', async () => {
    const csv = await (await ask(`${campaign}/ranking?kind=office&format=csv`)).text();
    const [head, first] = csv.split(/\r?\n/);
    expect(head).toMatch(/^rank,id,name,province_id,finished_at/);
    expect(first).toMatch(/^1,38\.KV01,/);
    for (const format of ['arrow', 'xlsx', 'parquet', 'ndjson']) {
      const response = await ask(`${campaign}/ranking?kind=individual&format=${format}`);
      expect([format, response.status]).toEqual([format, 200]);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  test('is had in part by a page, which is told how many there are, and whole as a file', async () => {
    const answer = await read<RankingAnswer>(`${campaign}/ranking?kind=office&limit=1`);
    expect(answer.rows.map(({unit_id}) => unit_id)).toEqual(['38.KV01']);
    expect(answer.counts).toMatchObject({ranked: 3, not_ranked: 1});
    const csv = await (await ask(`${campaign}/ranking?kind=office&limit=1&format=csv`)).text();
    expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(5);
    expect((await ask(`${campaign}/ranking?limit=0`)).status).toBe(422);
  });

  test('of people is not for analysts, and a province sees only its own people', async () => {
    expect((await ask(`${campaign}/ranking?kind=individual`, 'phan_tich')).status).toBe(403);
    const own = await read<RankingAnswer>(`${campaign}/ranking?kind=individual`, 'tinh', '14');
    expect([...own.rows, ...own.not_ranked].map(({officer_id}) => officer_id)).toEqual(['c2']);
    expect(JSON.stringify(own)).not.toContain('Nguyễn Văn An');
    // Units' ranks are published to all.
    expect((await read<RankingAnswer>(`${campaign}/ranking`, 'tinh', '14')).rows).toHaveLength(2);
  });

  test('of a campaign nobody knows is refused', async () => {
    const response = await ask('/campaigns/khong-co/ranking');
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).code).toBe('unknown_campaign');
  });
});

test('the first page counts the offices that finished on time as the ranking does, whatever a later night shows', async () => {
  // On the 31st a raised target has undone 38.KV01's finish: the closing night of the 25th is what counts.
  const first = async (as_of: string) => {
    const response = await ask(`/pages/overview?as_of=${as_of}`, 'lanh_dao');
    return ((await response.json()) as OverviewAnswer).nation.offices_on_time;
  };
  expect(await first('2026-03-31')).toEqual({numerator: 4, denominator: 4});
  expect(await first('2026-03-25')).toEqual({numerator: 4, denominator: 4});
  expect(await first('2026-03-24')).toEqual({numerator: 3, denominator: 4});
});

describe('an explanation', () => {
  test('shows each gate with evidence that, pasted into the version, gives the value shown', async () => {
    const current = readCurrent(dataFolder(data))!;
    // The evidence of a closing night is in the version of that night; here both nights agree on Sơn La.
    for (const [kind, candidate] of [
      ['province', '14'],
      ['office', '14.KV01'],
      ['individual', 'c2'],
    ]) {
      const {gates} = await read<ExplanationAnswer>(
        `${campaign}/explanation?kind=${kind}&candidate=${candidate}`,
      );
      expect(gates.length).toBeGreaterThanOrEqual(6);
      await withDatabase(join(data, current.file), {access_mode: 'READ_ONLY'}, async (db) => {
        for (const {gate, evidence, value} of gates) {
          const [row] = await recordsOf<Record<string, unknown>>(db, evidence);
          const [found] = Object.values(row!);
          const shown =
            typeof found === 'string' && found.includes(':') ? `${found.replace(' ', 'T')}+07:00` : found;
          expect({gate, found: shown}).toEqual({gate, found: value});
        }
      });
    }
  });

  test('shows each key beside the neighbours, and which one decided', async () => {
    const answer = await read<ExplanationAnswer>(`${campaign}/explanation?kind=office&candidate=38.NV1`);
    expect(answer).toMatchObject({
      rank: 3,
      of: 3,
      decided_by: 'finished_at',
      above: {unit_id: '14.KV01', rank: 2},
      below: null,
    });
    expect(answer.keys).toMatchObject([
      {
        key: 'finished_at',
        value: '2026-03-12',
        exact: '2026-03-12T09:00:00+07:00',
        above: '2026-03-10',
        decides: true,
      },
      {key: 'quality_score', decides: false},
      {key: 'required', value: 1, above: 1, decides: false},
    ]);
    expect(answer.gates.find(({gate}) => gate === 'under_verification')!.matters).toEqual([
      {id: 'v1', name: 'Đơn thư đang xác minh', from: '2026-03-01', until: null},
    ]);
    expect(answer.sentences).toContainEqual({
      vi: 'Đứng sau Đơn vị 14.KV01 vì ngày về đích: 12/03/2026 so với 10/03/2026.',
      en: 'Comes after Đơn vị 14.KV01 because of the day of finishing: 12 Mar 2026 against 10 Mar 2026.',
    });
  });

  test('says how the rank would move with another quality threshold or an earlier finish', async () => {
    const {stability} = await read<ExplanationAnswer>(
      `${campaign}/explanation?kind=office&candidate=38.KV01`,
    );
    expect(stability).toEqual([
      {
        change: 'quality_lower',
        label: {
          vi: 'Ngưỡng chất lượng thấp hơn 1 điểm %',
          en: 'Quality threshold 1 percentage point lower',
        },
        rank: 1,
      },
      {
        change: 'quality_higher',
        label: {
          vi: 'Ngưỡng chất lượng cao hơn 1 điểm %',
          en: 'Quality threshold 1 percentage point higher',
        },
        rank: 1,
      },
      {
        change: 'almost_finished',
        label: {vi: 'Về đích tính ở mức 99,5%', en: 'Finish taken at 99.5%'},
        rank: 1,
      },
    ]);
  });

  test('of one that fails a gate names the gate and its clause', async () => {
    const {rank, sentences} = await read<ExplanationAnswer>(
      `${campaign}/explanation?kind=office&candidate=14.KV02`,
    );
    expect(rank).toBeNull();
    expect(sentences.map(({vi}) => vi).join(' ')).toContain(
      'Kế hoạch hoặc văn bản chỉ đạo kịp thời (chưa ban hành, ngưỡng: 23:59:59 ngày 28/02/2026;',
    );
    expect(sentences.map(({en}) => en).join(' ')).toContain(
      'Plan or directive in time (not issued, threshold: 23:59:59 on 28 Feb 2026;',
    );
  });

  test('of one without a target says so', async () => {
    const response = await ask(`${campaign}/explanation?kind=office&candidate=38`);
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([404, 'unknown_candidate']);
  });

  test('is for a province about its own candidates alone', async () => {
    expect((await ask(`${campaign}/explanation?candidate=14`, 'tinh', '14')).status).toBe(200);
    expect((await ask(`${campaign}/explanation?candidate=38`, 'tinh', '14')).status).toBe(403);
  });
});

test('why one is before another is told for any pair, in either order', async () => {
  const path = (first: string, second: string) =>
    `${campaign}/comparison?kind=office&first=${first}&second=${second}`;
  const answer = await read<ComparisonAnswer>(path('38.NV1', '38.KV01'));
  expect(answer).toMatchObject({before: 'second', decided_by: 'finished_at'});
  expect(answer.sentence).toEqual({
    vi: 'Đơn vị 38.KV01 (hạng 1) đứng trước Đơn vị 38.NV1 (hạng 3) vì ngày về đích: 10/03/2026 so với 12/03/2026.',
    en: 'Đơn vị 38.KV01 (rank 1) comes before Đơn vị 38.NV1 (rank 3) because of the day of finishing: 10 Mar 2026 against 12 Mar 2026.',
  });
  const other = await read<ComparisonAnswer>(path('38.KV01', '38.NV1'));
  expect([other.before, other.sentence]).toEqual(['first', answer.sentence]);
  expect(await read<ComparisonAnswer>(path('38.KV01', '14.KV02'))).toMatchObject({
    before: 'first',
    decided_by: 'gates',
  });
});

test('a what-if stands beside the record and leaves it as it was', async () => {
  const record = await read<RankingAnswer>(`${campaign}/ranking?kind=office`);
  const tried = await read<WhatIfAnswer>(`${campaign}/what-if?kind=office&finished_on_time=2026-03-11`);
  expect(tried.is_what_if).toBe(true);
  expect(tried.changed).toMatchObject([
    {rule: 'finished_on_time', record: '2026-03-25T23:59:59+07:00', tried: '2026-03-11T23:59:59+07:00'},
  ]);
  expect(tried.rows.map(({unit_id, rank, other_rank}) => [unit_id, rank, other_rank])).toEqual([
    ['38.KV01', 1, 1],
    ['14.KV01', 2, 2],
    ['14.KV02', null, null],
    ['38.NV1', null, 3],
  ]);
  // To the second, the earlier hour of the same day is first.
  const seconds = await read<WhatIfAnswer>(`${campaign}/what-if?kind=office&resolution=second`);
  expect(seconds.rows.slice(0, 2).map(({unit_id, moved}) => [unit_id, moved])).toEqual([
    ['14.KV01', 1],
    ['38.KV01', -1],
  ]);
  expect((await read<RankingAnswer>(`${campaign}/ranking?kind=office`)).hash).toBe(record.hash);
  // Who has one or two files to enter finishes with the last of them at 99.5 % too.
  const almost = await read<WhatIfAnswer>(`${campaign}/what-if?kind=office&finish_share=0.995`);
  expect(almost.changed).toEqual([
    {
      rule: 'finish_share',
      label: {vi: 'Về đích được tính ở mức', en: 'Finish taken at'},
      record: 1,
      tried: 0.995,
    },
  ]);
  expect(almost.rows.every(({rank, other_rank}) => rank === other_rank)).toBe(true);
  expect((await ask(`${campaign}/what-if?kind=office`)).status).toBe(422);
  expect((await ask(`${campaign}/what-if?finish_share=0.9`)).status).toBe(422);
  expect((await ask(`${campaign}/what-if?quality=1.5`)).status).toBe(422);
});

test('what changed since the night before is told candidate by candidate', async () => {
  const changes = await read<RankingChangesAnswer>(`${campaign}/changes`);
  expect(changes).toMatchObject({ranking_night: '2026-03-25', other_night: '2026-03-24'});
  expect(
    changes.rows.map(({unit_id, rank, other_rank, moved}) => [unit_id, rank, other_rank, moved]),
  ).toEqual([
    ['38', 1, 1, 0],
    ['14', 2, null, null],
  ]);
  const first = await read<RankingChangesAnswer>(`${campaign}/changes?as_of=2026-03-24`);
  expect([first.other_night, first.rows[0]!.other_rank]).toEqual([null, null]);
});
