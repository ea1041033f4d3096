/** What the board sets of a campaign's rules, and what units say against the outcome. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {ObjectionAnswer, ObjectionsAnswer, RulesAnswer} from '../../../api/board-schemas.ts';
import type {RankingAnswer, WhatIfAnswer} from '../../../api/campaign-schemas.ts';
import {campaign, everybody, startBoard, type BoardWorld} from './board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
});
afterAll(() => world[Symbol.asyncDispose]());

const parameters = `${campaign}/parameters`;
const ranking = () => world.read<RankingAnswer>('board', `${campaign}/ranking?kind=office`);
const ranks = ({rows}: RankingAnswer) => rows.map(({unit_id, rank}) => [unit_id, rank]);
const threshold = (given: object) => ({
  change: 'threshold',
  gate: 'rollout_documents',
  applies_to: 'collective',
  threshold: '2026-02-09',
  reason: 'Kế hoạch phải có trước Tết Nguyên đán',
  revision: 0,
  ...given,
});

test('a threshold the board sets changes the ranking at once, and is no default any more', async () => {
  const before = await world.server.get(`${campaign}/ranking?kind=office`);
  await before.text();
  expect(ranks(await ranking())).toEqual([
    ['38.KV01', 1],
    ['14.KV01', 2],
    ['38.NV1', 3],
  ]);
  const set = await world.send<RulesAnswer>('board', 'POST', parameters, threshold({}));
  expect(set).toMatchObject({
    status: 201,
    body: {
      revision: 1,
      rows: [
        {rule: 'rollout_documents', value: '2026-02-09T23:59:59+07:00', actor: 'board', is_in_force: true},
      ],
    },
  });
  const {rows, not_ranked} = await ranking();
  expect([rows, not_ranked.map(({failed}) => failed)]).toEqual([[], Array(3).fill(['rollout_documents'])]);
  expect(not_ranked[0]!.gates.find(({gate}) => gate === 'rollout_documents')).toMatchObject({
    threshold: '2026-02-09T23:59:59+07:00',
    by_default: false,
  });
  const after = await world.server.get(`${campaign}/ranking?kind=office`, {
    'if-none-match': before.headers.get('etag')!,
  });
  expect(after.status).toBe(200);
  await after.text();
});

test('a what-if is over the rules the board has set', async () => {
  const tried = await world.read<WhatIfAnswer>(
    'board',
    `${campaign}/what-if?kind=office&rollout_documents=2026-02-28`,
  );
  expect(tried.changed).toMatchObject([{record: '2026-02-09T23:59:59+07:00'}]);
  expect(tried.rows.map(({unit_id, rank}) => [unit_id, rank])).toEqual([
    ['38.KV01', 1],
    ['14.KV01', 2],
    ['38.NV1', 3],
  ]);
});

test('what was set before stays in the history, and the last one is in force', async () => {
  const back = threshold({
    threshold: '2026-02-28',
    reason: 'Trở lại mốc ban đầu theo kết luận họp',
    revision: 1,
  });
  expect((await world.send('administrator', 'POST', parameters, back)).status).toBe(201);
  const {rows} = await world.read<RulesAnswer>('leader', parameters);
  expect(rows.map(({id, actor, role, is_in_force}) => [id, actor, role, is_in_force])).toEqual([
    [1, 'board', 'hoi_dong', false],
    [2, 'administrator', 'quan_tri', true],
  ]);
  expect((await ranking()).rows).toHaveLength(3);
  expect(await world.audited('campaign.set_rule')).toMatchObject([
    {actor: 'board', details: {value: '2026-02-09 23:59:59'}},
    {actor: 'administrator', details: {before: '2026-02-09 23:59:59', value: '2026-02-28 23:59:59'}},
  ]);
});

test('the finish may be compared to the second', async () => {
  const body = {
    change: 'resolution',
    resolution: 'second',
    reason: 'Phân định các đơn vị về đích cùng ngày',
    revision: 2,
  };
  expect((await world.send<RulesAnswer>('board', 'POST', parameters, body)).body.rows.at(-1)).toMatchObject({
    rule: 'resolution',
    applies_to: 'all',
    value: 'second',
  });
});

test.each([
  ['without a reason', threshold({reason: ''}), 422, 'invalid_body', 'ít nhất 10 ký tự'],
  ['with a reason too short', threshold({reason: 'vì vậy'}), 422, 'invalid_body', 'ít nhất 10 ký tự'],
  ['that a document sets', threshold({gate: 'finished_on_time'}), 422, 'not_possible', 'do văn bản quy định'],
  ['of a gate there is not', threshold({gate: 'x'}), 422, 'not_possible', 'không có điều kiện x'],
  ['as a rate where a day is asked', threshold({threshold: 0.5}), 422, 'invalid_body', 'là một ngày'],
  ['as a day where a rate is asked', threshold({gate: 'money'}), 422, 'invalid_body', 'là một tỷ lệ'],
  ['over 1', threshold({gate: 'money', threshold: 1.5}), 422, 'invalid_body', 'tỷ lệ từ 0 đến 1'],
  [
    'over one not seen',
    threshold({revision: 1}),
    409,
    'changed_meanwhile',
    'board đã đổi quy tắc resolution',
  ],
])('a threshold %s is refused', async (_what, body, status, code, sentence) => {
  const answer = await world.send('board', 'POST', parameters, body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.detail).toContain(sentence);
});

test('only the board and the administrator set rules', async () => {
  const taking = [];
  for (const who of everybody) {
    const {status} = await world.send(who, 'POST', parameters, threshold({gate: 'x'}));
    if (status !== 403) taking.push(who);
  }
  expect(taking).toEqual(['board', 'colleague', 'administrator']);
});

const objections = `${campaign}/objections`;
const objection = {
  kind: 'office',
  candidate: '38.NV1',
  text: 'Hồ sơ 38.NV1/1 đã nhập từ ngày 09/3',
  evidence: 'Ảnh chụp màn hình ngày 09/3',
};

test('a province objects to its own rows, the board to any for it, and the board decides once', async () => {
  const other = await world.send('son_la', 'POST', objections, objection);
  expect([other.status, other.body.code]).toEqual([403, 'not_permitted']);
  const nobody = await world.send('thanh_hoa', 'POST', objections, {...objection, candidate: '38.KV77'});
  expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown_candidate']);
  const bare = await world.send('thanh_hoa', 'POST', objections, {...objection, evidence: ''});
  expect([bare.status, bare.body.code]).toEqual([422, 'invalid_body']);
  const filed = await world.send<ObjectionAnswer>('thanh_hoa', 'POST', objections, objection);
  expect(filed).toMatchObject({
    status: 201,
    body: {id: 1, state: 'filed', filed_by: 'thanh_hoa', province_id: '38', candidate_name: 'Đơn vị 38.NV1'},
  });
  const forThem = {...objection, kind: 'province', candidate: '14'};
  expect((await world.send('board', 'POST', objections, forThem)).status).toBe(201);

  const seen = async (who: 'thanh_hoa' | 'son_la' | 'leader') =>
    (await world.read<ObjectionsAnswer>(who, objections)).rows.map(({id}) => id);
  expect([await seen('thanh_hoa'), await seen('son_la'), await seen('leader')]).toEqual([[1], [2], [2, 1]]);

  const decision = {outcome: 'accepted', reason: 'Có bằng chứng của đêm 09/3'};
  await world.read('colleague', objections);
  const both = await Promise.all(
    (['board', 'colleague'] as const).map((who) =>
      world.send<ObjectionAnswer>(who, 'POST', `${objections}/1/decision`, decision),
    ),
  );
  expect(both.map(({status}) => status).sort()).toEqual([200, 409]);
  expect(both.find(({status}) => status === 409)!.body.detail).toMatch(
    /^(board|colleague) đã chấp nhận đề nghị này lúc \d\d:\d\d:\d\d ngày/,
  );
  const silent = await world.send('board', 'POST', `${objections}/2/decision`, {
    outcome: 'rejected',
    reason: '',
  });
  expect(silent.status).toBe(422);
  expect((await world.audited('objection.file')).map(({actor, role}) => [actor, role])).toEqual([
    ['thanh_hoa', 'tinh'],
    ['board', 'hoi_dong'],
  ]);
  expect(await world.audited('objection.accept')).toMatchObject([
    {subject: 'objection:1', details: {reason: decision.reason}},
  ]);
  for (const who of ['analyst', 'administrator'] as const) {
    expect((await world.send(who, 'GET', objections)).status).toBe(403);
  }
  expect((await world.send('leader', 'POST', `${objections}/2/decision`, decision)).status).toBe(403);
});
