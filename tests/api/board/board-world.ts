import {join} from 'node:path';
import {expect, vi} from 'vitest';
import type {Problem} from '../../../api/answers.ts';
import {endpoints} from '../../../api/app.ts';
import type {Role} from '../../../api/roles.ts';
import type {ServerOptions} from '../../../api/server.ts';
import {verifyAudit} from '../../../api/state/verify-audit.ts';
import {runNightly} from '../../../warehouse/nightly.ts';
import {createReporter} from '../../../warehouse/report.ts';
import type {DeliveredRow} from '../../deliveries.ts';
import {deliver, smallTables} from '../../small-landing.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {addAccount, ask, signIn, withState} from '../signing-in.ts';

/** The campaign everything is about. */
export const campaign = '/campaigns/nen-tang-so-2026';

/** Who sits at the table: two of the board, two of the leadership, two provinces, an analyst, an administrator. */
const people = {
  board: ['hoi_dong'],
  colleague: ['hoi_dong'],
  leader: ['lanh_dao'],
  deputy: ['lanh_dao'],
  thanh_hoa: ['tinh', '38'],
  son_la: ['tinh', '14'],
  analyst: ['phan_tich'],
  administrator: ['quan_tri'],
} as const satisfies Record<string, readonly [Role, string?]>;
export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[];

/** What came back: the status, and the answer or the problem. */
export interface Reply<Answer = unknown> {
  status: number;
  body: Answer & Problem;
}

/** A server over delivered nights, and the people who ask it. */
export interface BoardWorld {
  server: TestServer;
  /** Asks as a person who signed in: the answer as it came. */
  ask(who: Who, method: string, path: string, body?: unknown): Promise<Response>;
  /** Asks as a person who signed in, for JSON. */
  send<Answer>(who: Who, method: string, path: string, body?: unknown): Promise<Reply<Answer>>;
  /** The answer that must be good, in the shape its endpoint declares where it is one. */
  read<Answer>(who: Who, path: string): Promise<Answer>;
  /** Delivers, counts and publishes one more night, and waits until it is served. */
  count(date: string, changed?: Partial<Tables>): Promise<void>;
  /** What the audit log has of some actions, the oldest first, once its chain has been verified. */
  audited(action: string): Promise<{actor: string; role: string; subject: string; details: unknown}[]>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Tables = Record<'ho_so' | 'can_bo' | 'vu_viec_xem_xet' | 'de_nghi_khen_thuong', readonly DeliveredRow[]>;

/**
 * Thanh Hóa's first office is done on 10/3, Sơn La's on 11/3, Thanh Hóa's division on 12/3, and so are their officers
 * c1, c2 and c3. Of 30/4 there are nominations; see `nominations`.
 */
export async function startBoard(
  night = '2026-03-25',
  options: Partial<ServerOptions> = {},
): Promise<BoardWorld> {
  const server = await startTestServer(undefined, options);
  const landing = join(server.data, '..', 'landing');
  const cookies = new Map<Who, string>();
  /** Signing in takes its time, so nobody does before there is something to ask. */
  const cookieOf = async (who: Who): Promise<string> => {
    const known = cookies.get(who);
    if (known) return known;
    const [role, province] = people[who] as readonly [Role, string?];
    await addAccount(server, who, role, province);
    const {cookie} = await signIn(server, who);
    cookies.set(who, cookie);
    return cookie;
  };
  const world: BoardWorld = {
    server,
    ask: async (who, method, path, body) =>
      ask(server, method, path, {
        cookie: await cookieOf(who),
        ...(body === undefined ? {} : {body}),
      }),
    async send<Answer>(who: Who, method: string, path: string, body?: unknown) {
      const response = await world.ask(who, method, path, body);
      return {status: response.status, body: (await response.json()) as Answer & Problem};
    },
    async read<Answer>(who: Who, path: string) {
      const {status, body} = await world.send<Answer>(who, 'GET', path);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      const declared = endpoints.find(({path: pattern}) =>
        new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0]!),
      );
      return (declared ? declared.answer.parse(body) : body) as Answer;
    },
    async count(date, changed = {}) {
      deliver(landing, 'to-chuc-tha', {
        date,
        tables: {don_vi, can_bo, ho_so, chi_tieu_nhap, khoan_tien: [], ...only(changed, ['can_bo', 'ho_so'])},
      });
      deliver(landing, 'to-chuc-can-bo', {
        date,
        tables: {
          van_ban_trien_khai,
          vu_viec_xem_xet,
          de_nghi_khen_thuong: [],
          ...only(changed, ['vu_viec_xem_xet', 'de_nghi_khen_thuong']),
        },
      });
      await runNightly({landing, data: server.data}, createReporter('quiet'));
      const isServed = async () => (await server.get('/metrics')).headers.get('x-thads-night') === date;
      await vi.waitUntil(isServed, {timeout: 10_000, interval: 100});
    },
    audited: (action) =>
      withState(server, (store) => {
        expect(verifyAudit(store)).toMatchObject({broken: null});
        return store.db
          .prepare('select actor, role, subject, details from audit where action = ? order by id')
          .all(action)
          .map(({actor, role, subject, details}) => ({
            actor: String(actor),
            role: String(role),
            subject: String(subject),
            details: JSON.parse(String(details)) as unknown,
          }));
      }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  await world.count(night);
  return world;
}

const only = (tables: Partial<Tables>, names: readonly (keyof Tables)[]) =>
  Object.fromEntries(names.flatMap((name) => (tables[name] ? [[name, tables[name]]] : [])));

const don_vi: DeliveredRow[] = [
  ...smallTables['don_vi']!,
  {
    ma_don_vi: 'CUC',
    ten_don_vi: 'Cục Quản lý THADS',
    cap_don_vi: 'CUC',
    ma_tinh: null,
    ngay_hieu_luc: '2025-07-01',
  },
  {
    ma_don_vi: 'CUC.CDS',
    ten_don_vi: 'Ban Chuyển đổi số',
    cap_don_vi: 'DON_VI_CUC',
    ma_don_vi_cha: 'CUC',
    ma_tinh: null,
    ngay_hieu_luc: '2025-07-01',
  },
];

const officer = smallTables['can_bo']![0]!;

/** c1, c2 and c3 have files to enter; c4 and d1 have none and take no part. */
export const can_bo: DeliveredRow[] = [
  {...officer, ma_can_bo: 'c1'},
  {...officer, ma_can_bo: 'c2', ho_ten: 'Lò Thị Mai', ma_don_vi: '14.KV01', gioi_tinh: 'NU'},
  {...officer, ma_can_bo: 'c3', ho_ten: 'Lê Thị Hoa', ma_don_vi: '38.NV1', gioi_tinh: 'NU'},
  {...officer, ma_can_bo: 'c4', ho_ten: 'Cầm Văn Sơn', ma_don_vi: '14.KV01'},
  {...officer, ma_can_bo: 'd1', ho_ten: 'Phạm Văn Cục', ma_don_vi: 'CUC.CDS'},
];

const file = (office: string, officer: string, n: number, ngay_nhap: string): DeliveredRow => ({
  ma_ho_so: `${office}/${n}`,
  ma_don_vi: office,
  ma_chv: officer,
  nguoi_nhap: officer,
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

export const ho_so = [
  file('38.KV01', 'c1', 1, '2026-03-01 08:00:00'),
  file('38.KV01', 'c1', 2, '2026-03-10 15:00:00'),
  file('14.KV01', 'c2', 1, '2026-03-11 09:00:00'),
  file('38.NV1', 'c3', 1, '2026-03-12 09:00:00'),
];

const target = (office: string, officer: string, count: number): DeliveredRow => ({
  ma_don_vi: office,
  ma_can_bo: officer,
  he_thong: 'TCTHA',
  loai_du_lieu: 'TON_CU',
  so_phai_nhap: count,
});

const chi_tieu_nhap = [target('38.KV01', 'c1', 2), target('14.KV01', 'c2', 1), target('38.NV1', 'c3', 1)];

const van_ban_trien_khai = ['38', '14', '38.KV01', '38.NV1', '14.KV01'].map((unit) => ({
  ma_van_ban: `kh-${unit}`,
  ma_don_vi: unit,
  loai: 'KE_HOACH',
  so_ky_hieu: '1/KH-THADS',
  ngay_ban_hanh: '2026-02-10',
}));

/** A petition against Sơn La's office is being verified; c4 is looked into. */
export const vu_viec_xem_xet: DeliveredRow[] = [
  {ma_vu_viec: 'v1', ma_don_vi: '14.KV01', loai: 'DON_THU_DANG_XAC_MINH', tu_ngay: '2026-03-01'},
  {ma_vu_viec: 'v2', ma_can_bo: 'c4', loai: 'XEM_XET_KY_LUAT', tu_ngay: '2026-04-01'},
];

const nominated = (
  ma_de_nghi: string,
  ma_don_vi_de_nghi: string,
  hinh_thuc: 'BANG_KHEN_BO_TRUONG' | 'GIAY_KHEN_CUC_TRUONG',
  given: DeliveredRow,
): DeliveredRow => ({
  ma_de_nghi,
  ma_don_vi_de_nghi,
  doi_tuong: given['ma_can_bo'] === undefined ? 'TAP_THE' : 'CA_NHAN',
  hinh_thuc,
  thu_tu_uu_tien: 1,
  ngay_nhan: '2026-04-20',
  co_to_trinh: true,
  co_bien_ban: true,
  co_bao_cao_thanh_tich: true,
  co_xac_nhan: true,
  ...given,
});

/**
 * Thanh Hóa, which may propose one person, puts its third before its first. Of Sơn La one office is being verified, c2
 * is proposed for both awards, once without all papers, and c4 is looked into. One came on the last day and one after.
 * Of its two offices Thanh Hóa, which may propose one, says not which it prefers. Nobody knows who proposes x1, nor who is proposed as x2.
 */
export const nominations: DeliveredRow[] = [
  nominated('n1', '38', 'GIAY_KHEN_CUC_TRUONG', {ma_can_bo: 'c3'}),
  nominated('n2', '38', 'GIAY_KHEN_CUC_TRUONG', {
    ma_can_bo: 'c1',
    thu_tu_uu_tien: 2,
    ngay_nhan: '2026-04-24',
  }),
  nominated('n3', '38', 'GIAY_KHEN_CUC_TRUONG', {ma_don_vi: '38.KV01', ngay_nhan: '2026-04-25'}),
  nominated('n4', '14', 'GIAY_KHEN_CUC_TRUONG', {ma_don_vi: '14.KV01'}),
  nominated('n5', '14', 'GIAY_KHEN_CUC_TRUONG', {ma_can_bo: 'c2', co_bien_ban: false, co_xac_nhan: false}),
  nominated('n6', '14', 'BANG_KHEN_BO_TRUONG', {ma_can_bo: 'c2'}),
  nominated('n7', 'CUC.CDS', 'GIAY_KHEN_CUC_TRUONG', {ma_can_bo: 'd1'}),
  nominated('n8', '14', 'GIAY_KHEN_CUC_TRUONG', {ma_can_bo: 'c4', thu_tu_uu_tien: 2}),
  nominated('o1', '38', 'GIAY_KHEN_CUC_TRUONG', {ma_don_vi: '38.NV1'}),
  nominated('o2', '38', 'GIAY_KHEN_CUC_TRUONG', {ma_don_vi: '38.KV01'}),
  nominated('x1', '99', 'BANG_KHEN_BO_TRUONG', {ma_can_bo: 'c1'}),
  nominated('x2', 'CUC.CDS', 'BANG_KHEN_BO_TRUONG', {ma_can_bo: 'c99'}),
];
