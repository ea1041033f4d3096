/** The campaign on nights small enough to be ranked in one's head: finishes, gates, ranks and what decided them. */
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {sqlFolder} from '../../warehouse/models.ts';
import {onSmallNight, threeOffices, type Deliveries} from '../small-night.ts';

type Rows = readonly Record<string, unknown>[];

const closing = '2026-03-25';
const [kv, nv, other] = ['38.KV01', '38.NV1', '14.KV01'];

/** Files of an office without fault, entered at the given moments. */
const files = (office: string, moments: readonly string[], given: Record<string, string | null> = {}): Rows =>
  moments.map((moment, i) => ({
    ma_ho_so: `${office}/${given['ma_chv'] ?? ''}${i + 1}`,
    ma_don_vi: office,
    loai_viec: 'DAN_SU',
    can_cu_thi_hanh: 'CHU_DONG',
    so_ban_an: `${i + 1}/2025/DS-ST`,
    ngay_ban_an: '2025-11-01',
    toa_an: `Tòa án nhân dân khu vực ${office}`,
    so_qd_tha: `${i + 1}/QĐ-CTHADS`,
    ngay_qd_tha: '2025-12-01',
    nguoi_phai_tha: 'Trần Thị Bình',
    dia_chi_phai_tha: 'Số 5 đường Lê Lợi',
    ma_chv: 'c1',
    nguoi_nhap: 'c1',
    tinh_trang: 'THI_HANH_XONG',
    ngay_tinh_trang: '2026-01-15',
    ngay_cap_nhat: '2026-03-20 09:00:00',
    ngay_nhap: moment,
    ...given,
  }));

const target = (office: string, count: number, given: Record<string, unknown> = {}) => ({
  ma_don_vi: office,
  so_phai_nhap: count,
  ...given,
});

const plan = (unit: string, day = '2026-02-10') => ({
  ma_van_ban: `kh-${unit}`,
  ma_don_vi: unit,
  loai: 'KE_HOACH',
  ngay_ban_hanh: day,
});

const officers = [
  {ma_can_bo: 'c1', ma_don_vi: kv},
  {ma_can_bo: 'c2', ma_don_vi: other, gioi_tinh: 'NU'},
];

/** Three offices of two files each: KV01 done on 10/3, NV1 on 12/3, 14.KV01 on 10/3 as well. */
const world: Deliveries = {
  can_bo: officers,
  chi_tieu_nhap: [target(kv, 2), target(nv, 2), target(other, 2)],
  ho_so: [
    ...files(kv, ['2026-03-01 08:00:00', '2026-03-10 23:42:49']),
    ...files(nv, ['2026-03-02 08:00:00', '2026-03-12 09:00:00']),
    ...files(other, ['2026-03-09 08:00:00', '2026-03-10 07:00:00']),
  ],
  van_ban_trien_khai: [plan('38'), plan('14'), plan(kv), plan(nv), plan(other)],
};

interface Ranked {
  candidate_id: string;
  candidate_rank: number;
  decided_by: string | null;
}

const rankedIn = (given: Deliveries, kind = 'office', night = closing) =>
  onSmallNight(
    given,
    (db) =>
      recordsOf<Ranked>(
        db,
        `select candidate_id, candidate_rank, decided_by from marts.ranking
         where candidate_kind = '${kind}' order by shown_position`,
      ),
    night,
  );

const finishesIn = (given: Deliveries, kind = 'office', night = closing) =>
  onSmallNight(
    given,
    async (db) => {
      const rows = await recordsOf<{candidate_id: string; finished_at: string | null}>(
        db,
        `select candidate_id, finished_at from marts.candidates
         where candidate_kind = '${kind}' and files_required > 0 order by candidate_id`,
      );
      return Object.fromEntries(rows.map((row) => [row.candidate_id, row.finished_at]));
    },
    night,
  );

/** The gates that a candidate fails, and the codes of those that are ranked beside it. */
const judgedIn = (given: Deliveries, candidate: string, kind = 'office') =>
  onSmallNight(
    given,
    async (db) => {
      const [judged] = await recordsOf<{failed: string[]; ranked: string[]}>(
        db,
        `select
             (
                 select coalesce(list(gate order by gate), []) from marts.gate_results
                 where not passed and candidate_kind = '${kind}' and candidate_id = '${candidate}'
             ) as failed,
             (
                 select coalesce(list(candidate_id), []) from marts.ranking where candidate_kind = '${kind}'
             ) as ranked`,
      );
      return judged!;
    },
    closing,
  );

describe('a finish', () => {
  test('is the moment the last of the files asked for was entered', async () => {
    expect(await finishesIn(world)).toEqual({
      '14.KV01': '2026-03-10 07:00:00',
      '38.KV01': '2026-03-10 23:42:49',
      '38.NV1': '2026-03-12 09:00:00',
    });
  });

  test('of a province is that of its last office', async () => {
    expect(await finishesIn(world, 'province')).toEqual({
      14: '2026-03-10 07:00:00',
      38: '2026-03-12 09:00:00',
    });
  });

  test('comes with the k-th file when more are entered than were asked for', async () => {
    const more = {
      ...world,
      ho_so: files(other, ['2026-03-05 08:00:00', '2026-03-07 08:00:00', '2026-03-20 08:00:00']),
    };
    expect((await finishesIn(more))[other]).toBe('2026-03-07 08:00:00');
  });

  test('is not brought nearer by files that another office of the province enters beyond its own', async () => {
    const uneven = {
      ...world,
      ho_so: [
        ...files(kv, ['2026-03-01 08:00:00', '2026-03-02 08:00:00', '2026-03-03 08:00:00']),
        ...files(nv, ['2026-03-02 08:00:00']),
      ],
    };
    const [province] = await onSmallNight(
      uneven,
      (db) =>
        recordsOf(
          db,
          `select files_required, files_entered, finished_at from marts.candidates
           where candidate_kind = 'province' and candidate_id = '38'`,
        ),
      closing,
    );
    expect(province).toEqual({files_required: 4, files_entered: 3, finished_at: null});
  });

  test('is undone by a deletion, a duplicate found, and a raised target', async () => {
    const [first, second] = world['ho_so'] as [Record<string, unknown>, Record<string, unknown>];
    const rest = world['ho_so']!.slice(2);
    const deleted = {...world, ho_so: [first, {...second, ngay_xoa: '2026-03-20 10:00:00'}, ...rest]};
    const repeated = {...first, ma_ho_so: 'again', ngay_nhap: second['ngay_nhap']};
    const raised = {...world, chi_tieu_nhap: [target(kv, 3), target(nv, 2), target(other, 2)]};
    for (const undone of [deleted, {...world, ho_so: [first, repeated, ...rest]}, raised]) {
      expect((await finishesIn(undone))[kv]).toBeNull();
      expect((await finishesIn(undone, 'province'))['38']).toBeNull();
    }
  });

  test('is not asked of an office without a target, which takes no part and holds up no province', async () => {
    const without = {...world, chi_tieu_nhap: [target(kv, 2), target(nv, 0), target(other, 2)]};
    expect(Object.keys(await finishesIn(without))).toEqual([other, kv]);
    expect((await finishesIn(without, 'province'))['38']).toBe('2026-03-10 23:42:49');
    expect((await rankedIn(without)).map(({candidate_id}) => candidate_id)).not.toContain(nv);
  });

  test('of an officer is over all offices together and the files in charge', async () => {
    const given = {
      ...world,
      chi_tieu_nhap: [target(kv, 2, {ma_can_bo: 'c1'}), target(nv, 1, {ma_can_bo: 'c1'})],
      ho_so: [
        ...files(kv, ['2026-03-01 08:00:00', '2026-03-03 08:00:00']),
        ...files(nv, ['2026-03-07 08:00:00']),
        ...files(nv, ['2026-02-01 08:00:00'], {ma_chv: 'c2', so_ban_an: '99/2025/DS-ST'}),
      ],
    };
    expect(await finishesIn(given, 'individual')).toEqual({c1: '2026-03-07 08:00:00'});
  });

  test('is on time until the last second of the last day, and late after it', async () => {
    const at = (moment: string) => ({...world, ho_so: files(other, ['2026-03-01 08:00:00', moment])});
    expect((await judgedIn(at('2026-03-25 23:59:59'), other)).failed).toEqual([]);
    expect((await judgedIn(at('2026-03-26 00:00:00'), other)).failed).toContain('finished_on_time');
  });

  test('counts the backlog alone: new files and petitions finish nothing', async () => {
    const given = {
      ...world,
      chi_tieu_nhap: [target(other, 1), target(other, 5, {he_thong: 'KNTC'})],
      ho_so: files(other, ['2026-03-01 08:00:00'], {loai_du_lieu: 'PHAT_SINH', ngay_thu_ly: '2026-02-27'}),
    };
    expect((await finishesIn(given))[other]).toBeNull();
  });
});

describe('the order', () => {
  test('is by the day of the finish, then quality, then the files asked for; equals share a rank and the next skips', async () => {
    expect(await rankedIn(world)).toEqual([
      {candidate_id: '14.KV01', candidate_rank: 1, decided_by: 'tie'},
      {candidate_id: '38.KV01', candidate_rank: 1, decided_by: 'tie'},
      {candidate_id: '38.NV1', candidate_rank: 3, decided_by: 'finished_at'},
    ]);
  });

  test('puts the better quality first among those of one day', async () => {
    // Of 20 files, one is untidy: 79 of 80 parts.
    const days = Array.from({length: 20}, () => '2026-03-10 08:00:00');
    const [spoilt, ...rest] = files(kv, days);
    const given = {
      ...world,
      chi_tieu_nhap: [target(kv, 20), target(other, 2)],
      ho_so: [
        {...spoilt, nguoi_phai_tha: ' Trần  Thị Bình'},
        ...rest,
        ...files(other, ['2026-03-10 09:00:00', '2026-03-10 10:00:00']),
      ],
    };
    expect(await rankedIn(given)).toEqual([
      {candidate_id: '14.KV01', candidate_rank: 1, decided_by: 'quality_score'},
      {candidate_id: '38.KV01', candidate_rank: 2, decided_by: 'quality_score'},
    ]);
  });

  test('puts the larger task first when day and quality are equal', async () => {
    const given = {
      ...world,
      chi_tieu_nhap: [target(kv, 2), target(other, 1)],
      ho_so: [
        ...files(kv, ['2026-03-01 08:00:00', '2026-03-10 23:00:00']),
        ...files(other, ['2026-03-10 07:00:00']),
      ],
    };
    expect(await rankedIn(given)).toEqual([
      {candidate_id: '38.KV01', candidate_rank: 1, decided_by: 'required'},
      {candidate_id: '14.KV01', candidate_rank: 2, decided_by: 'required'},
    ]);
  });

  test('ranks a lone candidate first, with nobody to be decided against', async () => {
    const alone = {...world, chi_tieu_nhap: [target(other, 2)]};
    expect(await rankedIn(alone)).toEqual([{candidate_id: '14.KV01', candidate_rank: 1, decided_by: null}]);
  });
});

describe('a gate bars alone', () => {
  const matter = (given: Record<string, unknown>) => ({
    ma_vu_viec: 'v1',
    tu_ngay: '2026-02-01',
    ...given,
  });
  const spoilt = files(other, ['2026-03-09 08:00:00', '2026-03-10 07:00:00'], {
    nguoi_phai_tha: null,
    so_qd_tha: null,
    so_ban_an: '  1 ',
    ngay_cap_nhat: '2026-03-20 09:00:00',
  });
  const newFiles = [...world['chi_tieu_nhap']!, target(other, 20, {loai_du_lieu: 'PHAT_SINH'})];
  const entered = (count: number) => [
    ...world['ho_so']!,
    ...files(
      other,
      Array.from({length: count}, () => '2026-02-27 08:00:00'),
      {
        loai_du_lieu: 'PHAT_SINH',
        ngay_thu_ly: '2026-02-26',
        ma_chv: 'c2',
        toa_an: 'Tòa án nhân dân khu vực 9',
      },
    ),
  ];

  test.each<[string, Deliveries, string[]]>([
    ['quality below 90 %', {...world, ho_so: spoilt}, ['quality']],
    [
      'a plan issued in March',
      {...world, van_ban_trien_khai: [plan(other, '2026-03-01')]},
      ['rollout_documents'],
    ],
    ['no plan at all', {...world, van_ban_trien_khai: []}, ['rollout_documents']],
    ['a plan of the last day', {...world, van_ban_trien_khai: [plan(other, '2026-02-28')]}, []],
    [
      'a meeting instead of a plan',
      {...world, van_ban_trien_khai: [{...plan(other), loai: 'TAP_HUAN'}]},
      ['rollout_documents'],
    ],
    ['18 of 20 new files', {...world, chi_tieu_nhap: newFiles, ho_so: entered(18)}, ['new_files_entered']],
    ['19 of 20 new files', {...world, chi_tieu_nhap: newFiles, ho_so: entered(19)}, []],
    [
      'a grave violation',
      {...world, vu_viec_xem_xet: [matter({ma_don_vi: other, loai: 'KET_LUAN_VI_PHAM_NGHIEM_TRONG'})]},
      ['no_violation'],
    ],
    [
      'a violation settled on the first day of the campaign',
      {
        ...world,
        vu_viec_xem_xet: [
          matter({
            ma_don_vi: other,
            loai: 'KET_LUAN_VI_PHAM_NGHIEM_TRONG',
            tu_ngay: '2025-10-01',
            den_ngay: '2026-01-20',
          }),
        ],
      },
      ['no_violation'],
    ],
    [
      'a violation settled the day before',
      {
        ...world,
        vu_viec_xem_xet: [
          matter({
            ma_don_vi: other,
            loai: 'KET_LUAN_VI_PHAM_NGHIEM_TRONG',
            tu_ngay: '2025-10-01',
            den_ngay: '2026-01-19',
          }),
        ],
      },
      [],
    ],
  ])('%s', async (_what, given, gates) => {
    const {failed, ranked} = await judgedIn(given, other);
    expect(failed).toEqual(gates);
    expect(ranked.includes(other)).toBe(gates.length === 0);
  });

  test('what is being verified is a flag: it stays in the ranking', async () => {
    const given = {...world, vu_viec_xem_xet: [matter({ma_don_vi: other, loai: 'DON_THU_DANG_XAC_MINH'})]};
    const {failed, ranked} = await judgedIn(given, other);
    expect(failed).toEqual(['under_verification']);
    expect(ranked).toContain(other);
  });

  test('a person is barred by discipline, and needs no plan', async () => {
    const mine = {...world, chi_tieu_nhap: [target(other, 2, {ma_can_bo: 'c2'})]};
    const given = {
      ...mine,
      ho_so: files(other, ['2026-03-09 08:00:00', '2026-03-10 07:00:00'], {ma_chv: 'c2'}),
    };
    expect((await judgedIn(given, 'c2', 'individual')).failed).toEqual([]);
    const barred = {...given, vu_viec_xem_xet: [matter({ma_can_bo: 'c2', loai: 'XEM_XET_KY_LUAT'})]};
    expect((await judgedIn(barred, 'c2', 'individual')).failed).toEqual(['no_violation']);
    // What a person is disciplined for says nothing of the office.
    expect((await judgedIn(barred, other)).failed).not.toContain('no_violation');
  });
});

test('a second campaign is added by rows alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thads-'));
  try {
    cpSync(join(sqlFolder, 'reference'), folder, {recursive: true});
    const add = (table: string, lines: readonly string[]) => {
      const path = join(folder, `${table}.csv`);
      writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${lines.join('\n')}\n`);
    };
    add('campaigns', [
      'sach-2026,Dữ liệu sạch,Clean data,2026-03-05,2026-04-30,TCTHA,TON_CU,PHAT_SINH,2026-05-31 23:59:59,0.01,0.99,1/KH,I',
    ]);
    add('campaign_gates', [
      'sach-2026,1,finished_on_time,Về đích,collective,,2026-03-10 12:00:00,false,false,1/KH,II,2026-03-05',
    ]);
    add('campaign_keys', ['sach-2026,1,finished_at,Giờ về đích,descending,second,1/KH,III,2026-03-05']);
    const ranked = await onSmallNight(
      {
        ...world,
        ho_so: [...world['ho_so']!.slice(4), ...files(kv, ['2026-03-01 08:00:00', '2026-03-10 08:00:00'])],
      },
      (db) =>
        recordsOf(
          db,
          `select campaign_id, candidate_id, candidate_rank, decided_by from marts.ranking
           where candidate_kind = 'office' order by campaign_id, shown_position`,
        ),
      closing,
      [folder],
    );
    // The first campaign goes on as it was; the second takes the latest first, to the second.
    expect(ranked).toEqual([
      {campaign_id: 'nen-tang-so-2026', candidate_id: other, candidate_rank: 1, decided_by: 'tie'},
      {campaign_id: 'nen-tang-so-2026', candidate_id: kv, candidate_rank: 1, decided_by: 'tie'},
      {campaign_id: 'sach-2026', candidate_id: kv, candidate_rank: 1, decided_by: 'finished_at'},
      {campaign_id: 'sach-2026', candidate_id: other, candidate_rank: 2, decided_by: 'finished_at'},
    ]);
  } finally {
    await rm(folder, {recursive: true});
  }
});

test('collectives are known by the women among their people on the last day', async () => {
  const given = {
    ...world,
    don_vi: threeOffices,
    can_bo: [
      ...officers,
      {ma_can_bo: 'c3', ma_don_vi: kv, gioi_tinh: 'NU'},
      {ma_can_bo: 'gone', ma_don_vi: kv, gioi_tinh: 'NU', ngay_roi: closing},
      {ma_can_bo: 'later', ma_don_vi: kv, gioi_tinh: 'NU', ngay_vao: '2026-03-26'},
    ],
  };
  const people = await onSmallNight(
    given,
    (db) =>
      recordsOf(
        db,
        `select candidate_id, people, women from marts.candidates
         where candidate_id in ('38', '38.KV01') order by candidate_id`,
      ),
    closing,
  );
  expect(people).toEqual([
    {candidate_id: '38', people: 2, women: 1},
    {candidate_id: '38.KV01', people: 2, women: 1},
  ]);
});
