/** Targets and days off that a letter changes mid-year: proposed, decided by another, taken by the next night. */
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {
  ProposedTargetChange,
  TargetChange,
  TargetChangesAnswer,
  TargetsAnswer,
} from '../../api/answers.ts';
import {keepReference} from '../../api/reference/target-changes.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {everybody, startBoard, type BoardWorld, type Who} from './board/board-world.ts';
import {withState} from './signing-in.ts';

const path = '/targets/changes';
const reason = 'Theo công văn mới của Cục';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard('2026-03-26');
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const money: TargetChange = {
  kind: 'target',
  metric: 'money_coverage',
  valid_from: '2026-03-28',
  goal: 1,
  floor: 0.5,
  deadline: '2026-06-30',
  letter: '99/CQLTHADS, "mới"',
  clause: '2.a',
};
const holiday: TargetChange = {
  kind: 'holiday',
  day: '2026-04-03',
  name: 'Nghỉ theo quyết định',
  legal_basis: 'Quyết định 1/QĐ-TTg',
};

const propose = (change: object, who: Who = 'administrator') =>
  world.send<ProposedTargetChange>(who, 'POST', path, {change, reason});
const decide = (id: number, outcome: 'approved' | 'rejected', who: Who) =>
  world.send<ProposedTargetChange>(who, 'POST', `${path}/${id}/decision`, {
    outcome,
    reason: 'Đã đối chiếu văn bản',
  });
const standing = async () =>
  (await world.read<TargetChangesAnswer>('leader', path)).rows.map(({id, state, in_use}) => [
    id,
    state,
    in_use,
  ]);
const goals = async () =>
  (await world.read<TargetsAnswer>('leader', '/targets')).targets
    .filter(({metric}) => metric === 'money_coverage')
    .map(({valid_from, valid_to, floor, letter}) => [valid_from, valid_to, floor, letter]);

const before = ['2026-01-20', null, 0.05, 'CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)'];

describe('a change', () => {
  test('is proposed by the administrator alone, and changes nothing yet', async () => {
    const proposing = [];
    for (const who of everybody) if ((await propose(money, who)).status === 201) proposing.push(who);
    expect(proposing).toEqual(['administrator']);
    await propose(holiday);
    expect(await standing()).toEqual([
      [2, 'proposed', false],
      [1, 'proposed', false],
    ]);
    expect(await goals()).toEqual([before]);
  });

  test('is decided by another person, once', async () => {
    const own = await decide(1, 'approved', 'administrator');
    expect([own.status, own.body.code]).toEqual([403, 'second_person_required']);
    expect((await decide(1, 'approved', 'board')).status).toBe(403);
    expect((await decide(1, 'approved', 'leader')).body).toMatchObject({
      state: 'approved',
      decided_by: 'leader',
    });
    const again = await decide(1, 'rejected', 'deputy');
    expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile']);
    expect((await decide(2, 'approved', 'deputy')).status).toBe(200);
    expect((await decide(9, 'approved', 'deputy')).status).toBe(404);
  });

  test('leaves the night in force as it is, and is taken by the next one', async () => {
    expect(await goals()).toEqual([before]);
    expect((await standing())[1]).toEqual([1, 'approved', false]);
    await world.count('2026-03-27');
    expect(await standing()).toEqual([
      [2, 'approved', true],
      [1, 'approved', true],
    ]);
    expect(await goals()).toEqual([
      ['2026-01-20', '2026-03-27', 0.05, before[3]],
      ['2026-03-28', null, 0.5, '99/CQLTHADS, "mới"'],
    ]);
    const {days_off, targets} = await world.read<TargetsAnswer>('leader', '/targets');
    expect(days_off.find(({day}) => day === '2026-04-03')?.name).toBe('Nghỉ theo quyết định');
    expect(targets.find(({letter}) => letter.startsWith('99/'))?.deadline).toBe('2026-06-30T23:59:59+07:00');
  });

  test('that is turned down never reaches a night', async () => {
    const {body} = await propose({...money, floor: 0.9, valid_from: '2026-05-01'});
    await decide(body.id, 'rejected', 'leader');
    await world.count('2026-03-28');
    expect((await standing())[0]).toEqual([body.id, 'rejected', false]);
    expect(await goals()).toHaveLength(2);
  });

  test('is in the log with its letter, its reason and who decided', async () => {
    expect((await world.audited('target.propose'))[0]).toMatchObject({
      actor: 'administrator',
      subject: 'target-change:1',
      details: {change: money, reason},
    });
    expect((await world.audited('target.approve')).map(({actor}) => actor)).toEqual(['leader', 'deputy']);
    expect(await world.audited('target.reject')).toHaveLength(1);
  });
});

test('a holiday and a make-up day are taken back by the next night, with two people', async () => {
  const taken = async () => {
    const {days_off} = await world.read<TargetsAnswer>('leader', '/targets');
    return days_off.map(({day}) => day).filter((day) => ['2026-04-03', '2026-08-22'].includes(day));
  };
  expect(await taken()).toEqual(['2026-04-03', '2026-08-22']);
  for (const [day, was] of [
    ['2026-04-03', 'holiday'],
    ['2026-08-22', 'make_up'],
  ]) {
    const change = {kind: 'removed_day_off', day, was, legal_basis: 'Quyết định 2/QĐ-TTg'};
    const {body} = await propose(change);
    expect((await decide(body.id, 'approved', 'administrator')).status).toBe(403);
    expect((await decide(body.id, 'approved', 'leader')).body).toMatchObject({state: 'approved', change});
  }
  expect(await taken()).toHaveLength(2);
  await world.count('2026-03-29');
  expect(await taken()).toEqual([]);
  expect((await standing()).slice(0, 2).map(([, state, in_use]) => [state, in_use])).toEqual([
    ['approved', true],
    ['approved', true],
  ]);
});

test.each([
  [
    'that begins on a night published already',
    {...money, valid_from: '2026-03-28'},
    'sau đêm số liệu mới nhất (2026-03-29)',
  ],
  [
    'whose floor is better than its goal',
    {...money, valid_from: '2026-05-01', goal: 0.4},
    'không được tốt hơn mục tiêu',
  ],
  ['of a rate over the whole', {...money, valid_from: '2026-05-01', goal: 95}, 'từ 0 đến 1'],
  [
    'with a deadline before its first day',
    {...money, valid_from: '2026-05-01', deadline: '2026-04-30'},
    'Hạn không được trước',
  ],
  ['of half a file', {...money, metric: 'files_missing', valid_from: '2026-05-01', goal: 0.5}, 'số nguyên'],
  ['of a day that is off already', {...holiday, day: '2026-04-30'}, 'đã có trong danh sách'],
  [
    'of a day that is not off, to be taken back',
    {kind: 'removed_day_off', day: '2026-06-02', was: 'holiday', legal_basis: 'TB 1'},
    'không có trong danh sách ngày nghỉ',
  ],
  [
    'of a holiday taken back as if it were worked instead',
    {kind: 'removed_day_off', day: '2026-04-30', was: 'make_up', legal_basis: 'TB 1'},
    'không có trong danh sách ngày làm bù',
  ],
  [
    'of a weekday to be worked',
    {kind: 'make_up_day', day: '2026-06-02', instead_of: '2026-06-01', legal_basis: 'TB 1'},
    'thứ bảy hoặc chủ nhật',
  ],
])('a change %s is refused with a sentence that says why', async (_, change, sentence) => {
  const {status, body} = await propose(change);
  expect([status, body.code]).toEqual([422, 'not_possible']);
  expect(body.detail).toContain(sentence);
});

test.each([
  ['no letter', {...money, letter: ''}],
  ['a metric nobody knows', {...money, metric: 'x'}],
  ['a day there is not', {...holiday, day: '2026-02-30'}],
  ['more than it takes', {...holiday, province: '38'}],
])('a change with %s is refused', async (_, change) => {
  expect((await propose(change)).body.code).toBe('invalid_body');
});

test('what was decided is written once, and the files say it again after somebody spoilt them', async () => {
  const folder = dataFolder(world.server.data);
  const file = join(folder.reference, 'changed_targets.csv');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(
    '1,"money_coverage","2026-03-28",1,0.5,"2026-06-30 23:59:59","99/CQLTHADS, ""mới""","2.a"',
  );
  await withState(world.server, (store) => {
    expect(() => store.db.exec("update target_changes set content = '{}'")).toThrow(
      /không sửa được|không được sửa/,
    );
    expect(() => store.db.exec('delete from target_changes')).toThrow('không được xóa');
    writeFileSync(file, 'spoilt');
    rmSync(join(folder.reference, 'changed_holidays.csv'));
    keepReference(store, folder, () => undefined);
  });
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readFileSync(join(folder.reference, 'changed_holidays.csv'), 'utf8')).toContain('2,"2026-04-03"');
});

test('a program’s token is no second person', async () => {
  const response = await fetch(`${world.server.url}/api/v1${path}/1/decision`, {
    method: 'POST',
    headers: {...world.server.as('lanh_dao'), 'content-type': 'application/json'},
    body: JSON.stringify({outcome: 'approved', reason: 'Đã đối chiếu văn bản'}),
  });
  expect([response.status, await response.json()]).toMatchObject([403, {code: 'second_person_required'}]);
});
