/** The forms over HTTP, on the version one can work out in one's head: 100 cases on the platform, 103 on paper. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {FormsAnswer, ListAnswer, ReconciliationAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('a form has every indicator of a unit, and the one of money tells what was empty', async () => {
  const cases = await server.read<FormsAnswer>('/forms?nam=2026&so_thang=6&unit=38');
  expect(cases.form).toMatchObject({form_number: '04', letter: 'Thông tư 05/2024'});
  expect(cases.rows).toHaveLength(18);
  expect(cases.rows[0]).toEqual({
    unit_id: '38',
    unit_name: 'Thanh Hóa',
    code: 'TONG_THU_LY',
    code_name: 'Tổng số thụ lý',
    value: 100,
    null_items: null,
  });
  const money = await server.read<FormsAnswer>('/forms?nam=2026&so_thang=6&loai_bieu=TIEN&unit=38');
  expect(money.rows).toHaveLength(19);
  expect(money.rows[0]).toMatchObject({value: 100, null_items: 0});
});

test('a reconciliation can be had as a file, with the band in words', async () => {
  const path = '/reconciliation?nam=2026&so_thang=6&level=province&unit=38';
  const {rows} = await server.read<ReconciliationAnswer>(path);
  expect(rows[0]).toMatchObject({code: 'TONG_THU_LY', paper: 103, platform: 100, gap: 3});
  const csv = await (await server.get(`${path}&format=csv`)).text();
  expect(csv).toContain('38,Thanh Hóa,TONG_THU_LY,Tổng số thụ lý,103,CHINH_THUC,1,100,3,');
  expect(csv).toContain('Chênh lệch dưới 2.000 hồ sơ');
  for (const format of ['xlsx', 'arrow', 'parquet', 'ndjson']) {
    const response = await server.get(`${path}&format=${format}`);
    expect([format, response.status]).toEqual([format, 200]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
});

test('a province sees its own figures, and no other’s', async () => {
  const own = server.as('tinh', '38');
  expect((await server.get('/reconciliation?nam=2026&so_thang=6&unit=38', own)).status).toBe(200);
  for (const path of ['/reconciliation?nam=2026&so_thang=6&unit=14', '/forms', '/lists/gap_smallest_13']) {
    expect(await server.problem(path, own)).toMatchObject({status: 403});
  }
});

test('a list can be had as a file, numbered in its order', async () => {
  const {rows} = await server.read<ListAnswer>('/lists/money_coverage_below_5');
  expect(rows).toEqual([{n: 1, unit_id: '38', unit_name: 'Thanh Hóa', value: 0.01}]);
  const csv = await (await server.get('/lists/money_coverage_below_5?format=csv')).text();
  expect(csv.split(/\r?\n/)[1]).toBe('1,38,Thanh Hóa,0.01');
});

test('a period without figures, half a period and a month that is none are problems that say what to do', async () => {
  expect(await server.problem('/reconciliation?nam=2024&so_thang=3')).toMatchObject({
    status: 404,
    code: 'no_figures',
  });
  expect(await server.problem('/forms?nam=2026')).toMatchObject({
    status: 422,
    detail: 'Kỳ báo cáo cần cả “nam” và “so_thang”; bỏ cả hai để lấy kỳ mới nhất đã có báo cáo giấy.',
  });
  expect(await server.problem('/forms?nam=2026&so_thang=13')).toMatchObject({
    status: 422,
    detail: 'Tham số “so_thang” có giá trị “13”: cần một số từ 1 đến 12.',
  });
});
