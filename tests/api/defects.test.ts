import {tableFromIPC} from 'apache-arrow';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {DefectsAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {createVersion, putInForce} from './version.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const rulesOf = async (path: string) =>
  (await server.read<DefectsAnswer>(path)).rows.map(({rule, case_id, petition_id}) => [
    rule,
    case_id ?? petition_id,
  ]);

test('the fix list has what is open, the oldest first, and what fixing each alone would bring', async () => {
  const {rows, total, next} = await server.read<DefectsAnswer>('/defects');
  expect([total, next]).toEqual([6, null]);
  expect(
    rows.map(({rule, office_id, state, age_days, score_gain}) => [
      rule,
      office_id,
      state,
      age_days,
      score_gain,
    ]),
  ).toEqual([
    // A quarter of the score of one file in a hundred.
    ['missing_judgment', '38.KV01', 'open', 7, 0.0025],
    ['petition_stale', '14.KV01', 'open', 0, null],
    // Two things are wrong in one pillar: fixing one of them alone changes nothing.
    ['missing_debtor', '38.KV01', 'open', 0, 0],
    ['missing_money', '38.KV01', 'open', 0, 0],
    ['stale', '38.KV01', 'came_back', 0, 0.0025],
    ['unknown_reference', '99.KV01', 'open', 0, 0],
  ]);
  expect(rows[0]).toMatchObject({
    label: {vi: 'Thiếu bản án'},
    case_id: 'F1',
    petition_id: null,
    office_name: 'Phòng THADS khu vực 1 - Thanh Hóa',
    officer_name: 'Trần Thị Đào',
    first_night: '2026-03-24',
    last_night: '2026-03-31',
    fixed_on: null,
  });
});

test('what was fixed is on the list when it is asked for, with how long it took', async () => {
  const {rows, counts} = await server.read<DefectsAnswer>('/defects?state=fixed');
  expect(
    rows.map(({rule, fixed_on, age_days, score_gain}) => [rule, fixed_on, age_days, score_gain]),
  ).toEqual([['bad_identifier', '2026-03-31', 7, 0]]);
  expect(counts.state).toEqual([
    {state: 'open', offences: 0},
    {state: 'came_back', offences: 0},
    {state: 'fixed', offences: 1},
  ]);
});

test.each([
  ['unit=38', ['F1', 'F2', 'F2', 'F2']],
  ['unit=14.KV01', ['P1']],
  ['officer=CB2&pillar=complete', ['F2', 'F2']],
  ['officer=CB9', ['F4']],
  ['rule=stale&unit=38.KV01', ['F2']],
  ['rule=stale&unit=38.KV01&state=open', []],
  ['state=fixed,came_back', ['F3', 'F2']],
  ['unit=48', []],
])('the list can be narrowed by %s', async (filter, subjects) => {
  expect((await rulesOf(`/defects?${filter}`)).map(([, subject]) => subject)).toEqual(subjects);
});

test('the counts are over everything the filters leave, not over the page', async () => {
  const {counts, total, rows} = await server.read<DefectsAnswer>('/defects?unit=38&limit=1');
  expect([total, rows.length]).toEqual([4, 1]);
  expect(counts.pillar.map(({pillar, offences}) => [pillar, offences])).toEqual([
    ['correct', 0],
    ['complete', 3],
    ['clean', 0],
    ['current', 1],
  ]);
  expect(counts.rule.map(({rule, offences}) => [rule, offences])).toEqual([
    ['missing_debtor', 1],
    ['missing_judgment', 1],
    ['missing_money', 1],
    ['stale', 1],
  ]);
});

test('pages follow one another without a gap or a repetition', async () => {
  const whole = await rulesOf('/defects');
  const read = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: DefectsAnswer = await server.read<DefectsAnswer>(
      `/defects?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    expect(page.total).toBe(6);
    read.push(...page.rows.map(({rule, case_id, petition_id}) => [rule, case_id ?? petition_id]));
    cursor = page.next;
  }
  expect(read).toEqual(whole);
});

test('a page leads on only in the list it is of', async () => {
  const {next} = await server.read<DefectsAnswer>('/defects?limit=2');
  expect(await server.problem(`/defects?limit=2&unit=38&cursor=${next}`)).toMatchObject({
    status: 422,
    detail: expect.stringContaining('điều kiện lọc khác') as string,
  });
  expect(await server.problem('/defects?cursor=abc')).toMatchObject({
    status: 422,
    detail: expect.stringContaining('không phải con trỏ do máy chủ đưa ra') as string,
  });
  await using other = await startTestServer({version: 'first'});
  const page = await other.read<DefectsAnswer>('/defects?limit=2');
  putInForce(other.data, await createVersion(other.data, {version: 'second'}));
  await expect
    .poll(async () => (await other.get(`/defects?limit=2&cursor=${page.next}`)).status, {timeout: 5000})
    .toBe(410);
});

test('a file has the whole list, unless a page is asked for', async () => {
  const whole = await rulesOf('/defects');
  const csv = await server.get('/defects?format=csv', {'accept-encoding': 'gzip'});
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="defects-VN-2026-03-31.csv"');
  expect([csv.headers.get('content-encoding'), csv.headers.get('x-thads-night')]).toEqual([
    'gzip',
    '2026-03-31',
  ]);
  const lines = (await csv.text()).trimEnd().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(whole.map(([rule]) => rule));
  expect(lines[1]).toBe(
    'missing_judgment,Thiếu bản án,complete,Đủ,F1,,38.KV01,Phòng THADS khu vực 1 - Thanh Hóa,CB1,Trần Thị Đào,' +
      'thiếu số bản án,2026-03-24,2026-03-31,open,,2026-03-24,7,0.0025',
  );
  const arrow = await server.get('/defects?format=arrow');
  expect(tableFromIPC(new Uint8Array(await arrow.arrayBuffer())).numRows).toBe(6);
  const page = await (await server.get('/defects?format=csv&limit=2')).text();
  expect(page.trimEnd().split('\r\n')).toHaveLength(3);
});

test('a file that its reader has already is not sent again', async () => {
  const first = await server.get('/defects?format=csv');
  const etag = first.headers.get('etag') ?? '';
  await first.text();
  const again = await server.get('/defects?format=csv', {'if-none-match': etag});
  expect([again.status, await again.text()]).toEqual([304, '']);
  const other = await server.get('/defects?format=csv&unit=38', {'if-none-match': etag});
  expect(other.status).toBe(200);
  await other.text();
});

test.each([
  ['limit=0', 422, 'cần một số từ 1 đến 1000'],
  ['limit=1001', 422, 'cần một số từ 1 đến 1000'],
  ['limit=abc', 422, 'cần một số từ 1 đến 1000'],
  ['state=gone', 422, 'chỉ nhận open, came_back, fixed'],
  ['rule=nothing', 422, 'chỉ nhận accepted_after_entered'],
  ['pillar=all', 422, 'chỉ nhận correct, complete, clean, current'],
  ['unit=77', 404, 'Không có đơn vị'],
  ['unit=CB1', 404, 'không phải đơn vị'],
  ['officer=CB77', 404, 'Không có cán bộ mang mã này'],
])(
  'the list asked for with %s is refused with a sentence that says why',
  async (filter, status, sentence) => {
    const problem = await server.problem(`/defects?${filter}`);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(sentence);
  },
);
