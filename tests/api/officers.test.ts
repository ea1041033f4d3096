import {afterAll, beforeAll, expect, test} from 'vitest';
import type {OfficersAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const found = async (query: string, headers?: Record<string, string>) =>
  ((await (await server.get(`/officers?${query}`, headers)).json()) as OfficersAnswer).rows.map(
    ({officer_name}) => officer_name,
  );

test('an officer is found by part of the name, with or without marks and capitals', async () => {
  expect(await found('name=dang van')).toEqual(['Đặng Văn An']);
  expect(await found('name=ĐÀO')).toEqual(['Trần Thị Đào']);
  expect(await found('name=thi tran')).toEqual(['Trần Thị Đào']);
  expect(await found('name=khong ai')).toEqual([]);
});

test('is told with the place of work', async () => {
  const {rows} = await server.read<OfficersAnswer>('/officers?name=dao');
  expect(rows).toEqual([
    {
      officer_id: 'CB1',
      officer_name: 'Trần Thị Đào',
      office_name: expect.stringContaining('1') as string,
      province_name: 'Thanh Hóa',
    },
  ]);
});

test('a province finds its own officers and nobody else’s, and says that it means itself', async () => {
  expect(await found('name=dao&unit=38', server.as('tinh', '38'))).toEqual(['Trần Thị Đào']);
  expect(await found('name=dao&unit=14', server.as('tinh', '14'))).toEqual([]);
  for (const query of ['name=dao', 'name=dao&unit=38']) {
    expect((await server.get(`/officers?${query}`, server.as('tinh', '14'))).status).toBe(403);
  }
});

test('an analyst may not look for officers, and one letter is too little', async () => {
  expect((await server.get('/officers?name=dao', server.as('phan_tich'))).status).toBe(403);
  expect((await server.get('/officers?name=d')).status).toBe(422);
});
