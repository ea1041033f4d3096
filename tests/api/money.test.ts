/** Amounts of money added up, over a night that was delivered and counted. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {startServer, type RunningServer} from '../../api/server.ts';
import {moneyAnswer, type MoneyAnswer} from '../../api/money-schemas.ts';
import type {Role} from '../../api/roles.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createToken} from '../access.ts';
import {deliver, smallTables} from '../small-landing.ts';

let root: string;
let server: RunningServer;

/** In Thanh Hóa 300 = 100 + 200, 500 = 100 + 50 remitted + 300 and 50 over, and 70 of which nothing else is known. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'thads-'));
  const landing = join(root, 'landing');
  const item = smallTables['khoan_tien']![0]!;
  deliver(landing, 'to-chuc-tha', {
    tables: {
      khoan_tien: [
        item,
        {
          ...item,
          ma_khoan: 'k2',
          phai_thi_hanh: 500,
          da_thi_hanh: 100,
          giam_mien: 50,
          con_phai_thi_hanh: 300,
        },
        {
          ...item,
          ma_khoan: 'k3',
          ma_ho_so: 'h2',
          phai_thi_hanh: 70,
          da_thi_hanh: null,
          con_phai_thi_hanh: null,
        },
      ],
    },
  });
  await runNightly({landing, data: join(root, 'data')}, createReporter('quiet'));
  server = await startServer({data: join(root, 'data'), port: 0, host: '127.0.0.1', web: join(root, 'web')});
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(root, {recursive: true, force: true});
});

function get(path: string, role: Role = 'lanh_dao', province?: string): Promise<Response> {
  const authorization = `Bearer ${createToken(join(root, 'data'), role, province)}`;
  return fetch(`${server.url}/api/v1/money${path}`, {headers: {authorization}});
}

const read = async (path: string): Promise<MoneyAnswer> => moneyAnswer.parse(await (await get(path)).json());

test('each amount is counted where it is known, and added up', async () => {
  expect((await read('')).rows).toMatchObject([
    {
      unit_id: 'VN',
      items: 3,
      items_due: 3,
      items_enforced: 2,
      items_outstanding: 2,
      due_vnd: 870,
      enforced_vnd: 200,
      outstanding_vnd: 500,
    },
  ]);
});

test('where all three are known, what they leave unexplained is told', async () => {
  expect((await read('?unit=38')).rows).toMatchObject([
    {
      whole_items: 2,
      whole_due_vnd: 800,
      whole_enforced_vnd: 200,
      whole_remitted_vnd: 50,
      whole_outstanding_vnd: 500,
      residual_vnd: 50,
      broken_items: 1,
    },
  ]);
});

test('a province without money has nothing in its row, and is not for another', async () => {
  const {rows} = await read('?level=province');
  expect(rows.find(({unit_id}) => unit_id === '14')).toMatchObject({items: 0, due_vnd: 0, residual_vnd: 0});
  expect((await get('?unit=14', 'tinh', '38')).status).toBe(403);
});
