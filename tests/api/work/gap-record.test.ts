/** The record of a reconciliation: the unit says why, the leadership signs, and nothing is added after. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {GapRecordAnswer, Problem} from '../../../api/answers.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {addAccount, ask, signIn, withState} from '../signing-in.ts';

const path = '/reconciliation/record';
const period = {nam: 2026, so_thang: 6, loai_bieu: 'VIEC', unit: '38.KV01'};
const explained = {...period, code: 'TONG_THU_LY', reason: 'nhap_thieu', comment: 'Còn 3 việc chưa nhập.'};

let server: TestServer;
const cookies = new Map<string, string>();

/** On paper the office has 103 cases, on the platform 100. */
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  for (const [who, role, province] of [
    ['thanh_hoa', 'tinh', '38'],
    ['son_la', 'tinh', '14'],
    ['leader', 'lanh_dao', undefined],
  ] as const) {
    await addAccount(server, who, role, province);
    cookies.set(who, (await signIn(server, who)).cookie);
  }
});
afterAll(() => server[Symbol.asyncDispose]());

async function send(who: string, method: string, address: string, body: unknown): Promise<Partial<Problem>> {
  const response = await ask(server, method, address, {cookie: cookies.get(who)!, body});
  return response.status === 204 ? {status: 204} : ((await response.json()) as Problem);
}

const read = () => server.read<GapRecordAnswer>(`${path}?nam=2026&so_thang=6&unit=38`);

test('a province says why its unit differs, and both sides are kept as they were', async () => {
  expect(await send('son_la', 'PUT', path, explained)).toMatchObject({status: 403, code: 'not_permitted'});
  expect(await send('leader', 'PUT', path, explained)).toMatchObject({status: 403});
  expect(await send('thanh_hoa', 'PUT', path, explained)).toEqual({status: 204});
  const {rows, signatures, reasons} = await read();
  expect(rows).toMatchObject([
    {
      unit_id: '38.KV01',
      code: 'TONG_THU_LY',
      reason: 'nhap_thieu',
      comment: 'Còn 3 việc chưa nhập.',
      paper: 103,
      platform: 100,
      said_by: 'thanh_hoa',
    },
  ]);
  expect(signatures).toEqual([]);
  expect(reasons.map(({reason}) => reason)).toEqual([
    'nhap_thieu',
    'trung',
    'sai_ky',
    'sai_phan_loai',
    'khac',
  ]);
});

test('there is nothing to say where nothing differs, nor without a known reason and a sentence', async () => {
  const same = await send('thanh_hoa', 'PUT', path, {...explained, code: 'UY_THAC'});
  expect(same.detail).toContain('không có gì để giải trình');
  expect((await send('thanh_hoa', 'PUT', path, {...explained, reason: 'quen'})).code).toBe('invalid_body');
  expect((await send('thanh_hoa', 'PUT', path, {...explained, comment: ' '})).code).toBe('invalid_body');
});

test('the leadership signs what was explained, once, and nothing is added after', async () => {
  const signature = `${path}/signature`;
  expect(await send('thanh_hoa', 'POST', signature, period)).toMatchObject({status: 403});
  const early = await send('leader', 'POST', signature, {...period, unit: '38.KV02'});
  expect(early).toMatchObject({code: 'out_of_order'});
  expect(await send('leader', 'POST', signature, period)).toEqual({status: 204});
  expect((await read()).signatures).toMatchObject([{unit_id: '38.KV01', signed_by: 'leader'}]);
  expect(await send('leader', 'POST', signature, period)).toMatchObject({code: 'changed_meanwhile'});
  const late = await send('thanh_hoa', 'PUT', path, {...explained, reason: 'khac'});
  expect(late.detail).toContain('leader đã chốt biên bản đối chiếu này');
});

test('the store itself keeps the record as it was signed, and the audit log says who did what', async () => {
  await withState(server, ({db}) => {
    expect(() => db.exec("update gap_reasons set comment = 'khác'")).toThrow('không được sửa');
    expect(() => db.exec('delete from gap_signatures')).toThrow('không được xóa');
    expect(() =>
      db.exec(
        `insert into gap_reasons select null, unit_id, province_id, year, months, form, indicator, reason, 'thêm',
             paper, platform, night, at, actor, role from gap_reasons`,
      ),
    ).toThrow('đã chốt');
    expect(
      db.prepare("select actor, action from audit where action like 'gap.%' order by id").all(),
    ).toMatchObject([
      {actor: 'thanh_hoa', action: 'gap.explain'},
      {actor: 'leader', action: 'gap.sign'},
    ]);
  });
});
