/** Signals of entry for form’s sake as each role is told of them, over a night that was delivered and counted. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {OfficerPageAnswer, Role, SignalsAnswer, UnitPageAnswer} from '../../api/answers.ts';
import {startServer, type RunningServer} from '../../api/server.ts';
import {signalsAnswer} from '../../api/signal-schemas.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {createToken} from '../access.ts';
import {deliver, smallTables} from '../small-landing.ts';

let root: string;
let server: RunningServer;

/** Two files are entered at night in Thanh Hóa and one in Sơn La; 20 by day in Sơn La have one amount. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  const landing = join(root, 'landing');
  const [file, item, official] = [
    smallTables['ho_so']![0]!,
    smallTables['khoan_tien']![0]!,
    smallTables['can_bo']![0]!,
  ];
  const own = (province: string) => ({
    ma_don_vi: `${province}.KV01`,
    ma_chv: `c${province}`,
    nguoi_nhap: `c${province}`,
  });
  const same = Array.from({length: 20}, (_, i) => `d${i}`);
  for (const date of ['2026-03-24', '2026-03-31']) {
    deliver(landing, 'to-chuc-tha', {
      date,
      tables: {
        can_bo: ['38', '14'].map((province) => ({
          ...official,
          ma_can_bo: `c${province}`,
          ho_ten: `Cán bộ ${province}`,
          ma_don_vi: `${province}.KV01`,
        })),
        chi_tieu_nhap: [{...smallTables['chi_tieu_nhap']![0]!, ma_can_bo: 'c38'}],
        ho_so: [
          {...file, ma_ho_so: 'n1', ...own('38'), ngay_nhap: '2026-02-02 23:30:00'},
          {...file, ma_ho_so: 'n2', ...own('38'), ngay_nhap: '2026-02-03 04:00:00'},
          {...file, ma_ho_so: 'n3', ...own('14'), ngay_nhap: '2026-02-03 00:15:00'},
          ...same.map((ma_ho_so, minute) => ({
            ...file,
            ma_ho_so,
            ...own('14'),
            ngay_nhap: `2026-02-04 09:${String(minute).padStart(2, '0')}:00`,
          })),
        ],
        khoan_tien: same.map((ma_ho_so) => ({...item, ma_khoan: `k${ma_ho_so}`, ma_ho_so})),
      },
    });
  }
  await runNightly({landing, data: join(root, 'data')}, createReporter('quiet'));
  server = await startServer({data: join(root, 'data'), port: 0, host: '127.0.0.1', web: join(root, 'web')});
}, 120_000);

afterAll(async () => {
  await server.close();
  await rm(root, {recursive: true, force: true});
});

function get(path: string, role: Role = 'lanh_dao', province?: string): Promise<Response> {
  const authorization = `Bearer ${createToken(join(root, 'data'), role, province)}`;
  return fetch(`${server.url}/api/v1/quality/signals${path}`, {headers: {authorization}});
}

const read = async (...asked: Parameters<typeof get>): Promise<SignalsAnswer> =>
  signalsAnswer.parse(await (await get(...asked)).json());

const counts = ({rows}: SignalsAnswer) =>
  rows.map(({unit_id, signal, occurrences}) => [unit_id, signal, occurrences]);

test('each signal is counted, of the nation and unit by unit', async () => {
  const nation = await read('');
  expect(nation.signals.map(({signal, occurrences}) => [signal, occurrences])).toEqual([
    ['backdated_entry', 0],
    ['bulk_entry', 0],
    ['deadline_rush', 0],
    ['night_entry', 3],
    ['repeated_amount', 20],
  ]);
  expect(counts(await read('?level=province'))).toEqual([
    ['14', 'night_entry', 1],
    ['14', 'repeated_amount', 20],
    ['38', 'night_entry', 2],
  ]);
  expect(counts(await read('?unit=38&level=office'))).toEqual([['38.KV01', 'night_entry', 2]]);
});

test('there are a few examples of a signal, and one of every office before a second of any', async () => {
  const {examples} = await read('');
  const found = (signal: string) => examples.filter((one) => one.signal === signal);
  expect(found('night_entry').map(({case_id}) => case_id)).toEqual(['n3', 'n1', 'n2']);
  expect(found('night_entry')[1]).toMatchObject({
    office_id: '38.KV01',
    officer_name: 'Cán bộ 38',
    found: 'nhập lúc 23:30:00 02/02/2026',
  });
  expect(found('repeated_amount')).toHaveLength(10);
});

test('a unit and an officer have the days on which signals were found, and the officer’s own entries', async () => {
  const authorization = `Bearer ${createToken(join(root, 'data'), 'tinh', '38')}`;
  const page = async (path: string): Promise<unknown> =>
    (await fetch(`${server.url}/api/v1/pages/${path}`, {headers: {authorization}})).json();
  const days = [
    {day: '2026-02-02', occurrences: 1},
    {day: '2026-02-03', occurrences: 1},
  ];
  const {signal_days} = (await page('unit?unit=38')) as UnitPageAnswer;
  expect(signal_days?.map(({signal, days}) => [signal, days])).toEqual([['night_entry', days]]);
  const officer = (await page('officer?unit=c38')) as OfficerPageAnswer;
  expect(officer.signal_days?.map(({signal, days}) => [signal, days])).toEqual([['night_entry', days]]);
  expect(officer.entries).toEqual([
    {day: '2026-02-02', entered: 1},
    {day: '2026-02-03', entered: 1},
  ]);
  const before = (await page('officer?unit=c38&as_of=2026-03-24')) as OfficerPageAnswer;
  expect([before.entries, before.signal_days]).toEqual([null, null]);
});

test('the board sees no case file and an analyst no officer', async () => {
  const [forBoard] = (await read('', 'hoi_dong')).examples;
  expect([forBoard?.case_id, forBoard?.officer_name]).toEqual([null, 'Cán bộ 14']);
  const [forAnalyst] = (await read('', 'phan_tich')).examples;
  expect([forAnalyst?.case_id, forAnalyst?.officer_id, forAnalyst?.officer_name]).toEqual(['n3', null, null]);
});

test('a province sees its own, and is refused another’s', async () => {
  const own = await read('?unit=38', 'tinh', '38');
  expect(counts(own)).toEqual([['38', 'night_entry', 2]]);
  expect(own.examples.map(({case_id}) => case_id)).toEqual(['n1', 'n2']);
  expect((await get('?unit=14', 'tinh', '38')).status).toBe(403);
  expect((await get('', 'tinh', '38')).status).toBe(403);
});

test('an earlier night no longer has its signals, and says so', async () => {
  const response = await get('?as_of=2026-03-24');
  expect([response.status, await response.json()]).toMatchObject([
    422,
    {code: 'night_not_kept', detail: expect.stringContaining('chỉ có ở đêm mới nhất (2026-03-31)') as string},
  ]);
});
