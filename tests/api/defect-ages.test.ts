import {afterAll, beforeAll, expect, test} from 'vitest';
import type {DefectAgesAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const ages = ({rows}: DefectAgesAnswer) =>
  rows.map(({unit_id, up_to_7_days, up_to_14_days, up_to_30_days, over_30_days, offences}) => [
    unit_id,
    [up_to_7_days, up_to_14_days, up_to_30_days, over_30_days],
    offences,
  ]);

test('open offences are counted by age, those of an office nobody knows in a row without a code', async () => {
  expect(ages(await server.read<DefectAgesAnswer>('/defects/ages?level=province'))).toEqual([
    ['38', [4, 0, 0, 0], 4],
    ['14', [1, 0, 0, 0], 1],
    [null, [1, 0, 0, 0], 1],
  ]);
});

test('a province’s are counted office by office, and person by person', async () => {
  expect(ages(await server.read<DefectAgesAnswer>('/defects/ages?unit=38&level=office'))).toEqual([
    ['38.KV01', [4, 0, 0, 0], 4],
  ]);
  const officers = await server.read<DefectAgesAnswer>('/defects/ages?unit=38&level=officer');
  expect(officers.rows.map(({unit_name, offences}) => [unit_name, offences])).toEqual([
    ['Đặng Văn An', 3],
    ['Trần Thị Đào', 1],
  ]);
});

test('persons are not for analysts, and other provinces not for a province', async () => {
  const refused = async (path: string, headers: Record<string, string>) =>
    (await server.problem(path, headers)).code;
  expect(await refused('/defects/ages?unit=38&level=officer', server.as('phan_tich'))).toBe('not_permitted');
  expect(await refused('/defects/ages?unit=14', server.as('tinh', '38'))).toBe('not_permitted');
});
