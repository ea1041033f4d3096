/** Work that is given to put offences right: who may give it, and that only a night closes it. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {AssignmentsAnswer} from '../../../api/answers.ts';
import {smallTables} from '../../small-landing.ts';
import {ho_so, startBoard, type BoardWorld, type Who} from '../board/board-world.ts';
import {withState} from '../signing-in.ts';

const path = '/defects/assignments';

let world: BoardWorld;

/** Two files in Thanh Hóa and one in Sơn La, each with or without its decision on enforcement. */
const files = (decided: readonly [boolean, boolean, boolean]) => [
  ...ho_so,
  ...(
    [
      ['a', '38.KV01', 'c1'],
      ['b', '38.KV01', 'c1'],
      ['c', '14.KV01', 'c2'],
    ] as const
  ).map(([ma_ho_so, ma_don_vi, ma_chv], i) => ({
    ...smallTables['ho_so']![0]!,
    ma_ho_so,
    ma_don_vi,
    ma_chv,
    ...(decided[i] ? {so_qd_tha: '1/QĐ-CTHADS', ngay_qd_tha: '2025-12-01'} : {}),
  })),
];

beforeAll(async () => {
  world = await startBoard();
  await world.count('2026-03-26', {ho_so: files([false, false, false])});
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

/** Says as somebody that work is done; a good answer has nothing in it. */
async function report(address: string, who: Who): Promise<{status: number; code?: string}> {
  const response = await world.ask(who, 'POST', address);
  const text = await response.text();
  return text === '' ? {status: response.status} : (JSON.parse(text) as {status: number; code: string});
}

const work = {unit: '38.KV01', rule: 'missing_decision', due_on: '2026-03-30', note: 'Bổ sung quyết định'};
const read = (unit = '38') => world.read<AssignmentsAnswer>('thanh_hoa', `${path}?unit=${unit}`);
const standing = async () =>
  (await read()).rows.map(({state, open, fixed, came_back}) => [state, open, fixed, came_back]);

test('what is open and given to nobody is new work', async () => {
  const {rows, unassigned} = await read();
  expect(rows).toEqual([]);
  expect(unassigned.filter(({rule}) => rule === 'missing_decision')).toMatchObject([
    {unit_id: '38.KV01', label: {vi: 'Thiếu quyết định thi hành án'}, open: 2, open_since: '2026-03-26'},
  ]);
});

describe('work', () => {
  test('is given by a province within itself, and by the leadership', async () => {
    const refused = await world.send('son_la', 'PUT', path, work);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted']);
    expect((await world.send('thanh_hoa', 'PUT', path, work)).status).toBe(200);
    expect((await world.send('board', 'PUT', path, work)).status).toBe(403);
    const {rows, unassigned} = await read();
    expect(rows).toMatchObject([
      {state: 'assigned', open: 2, due_on: '2026-03-30', is_overdue: false, assigned_by: 'thanh_hoa'},
    ]);
    expect(unassigned.some(({rule}) => rule === 'missing_decision')).toBe(false);
    expect((await world.audited('work.assign')).map(({actor, details}) => [actor, details])).toEqual([
      [
        'thanh_hoa',
        {
          unit: '38.KV01',
          rule: 'missing_decision',
          officer: null,
          due_on: '2026-03-30',
          note: 'Bổ sung quyết định',
          night: '2026-03-26',
        },
      ],
    ]);
  });

  test('given again has the new date, and is one piece of work still', async () => {
    await world.send('leader', 'PUT', path, {...work, due_on: '2026-03-27'});
    expect((await read()).rows).toMatchObject([{due_on: '2026-03-27', assigned_by: 'leader'}]);
    const {rows} = await world.read<AssignmentsAnswer>('son_la', `${path}?unit=14`);
    expect(rows).toEqual([]);
  });

  test('there is none to give where nothing is open, or for a day that has passed', async () => {
    const nothing = await world.send('leader', 'PUT', path, {...work, rule: 'duplicate_file'});
    expect(nothing.body.detail).toContain('không có việc để giao');
    // The night of the 26th is the state at the end of that day.
    for (const due_on of ['2026-03-25', '2026-03-26']) {
      const late = await world.send('leader', 'PUT', path, {...work, due_on});
      expect(late.body.detail).toContain('Hạn phải sau ngày 26/3/2026');
    }
    expect((await world.send('leader', 'PUT', path, {...work, unit: '99'})).body.code).toBe('unknown_unit');
    const stranger = await world.send('leader', 'PUT', path, {...work, officer: 'c99'});
    expect(stranger.body.code).toBe('unknown_officer');
  });

  test('said to be done waits for the night, which finds what is still open', async () => {
    const [{id} = {id: 0}] = (await read()).rows;
    const done = `${path}/${id}/done`;
    expect((await report(done, 'son_la')).code).toBe('unknown_assignment');
    expect((await report(done, 'thanh_hoa')).status).toBe(204);
    expect(await standing()).toEqual([['awaiting_night', 2, 0, 0]]);
    expect((await report(done, 'thanh_hoa')).code).toBe('changed_meanwhile');
    expect((await read()).rows[0]?.is_overdue).toBe(false);
    await world.count('2026-03-27', {ho_so: files([true, false, false])});
    expect(await standing()).toEqual([['assigned', 1, 1, 0]]);
    expect((await read()).rows[0]?.is_overdue).toBe(true);
  });

  test('is closed by the night that finds nothing open, and open again when an offence comes back', async () => {
    await world.count('2026-03-28', {ho_so: files([true, true, false])});
    expect(await standing()).toEqual([['closed', 0, 2, 0]]);
    await world.count('2026-03-29', {ho_so: files([true, false, false])});
    expect(await standing()).toEqual([['came_back', 0, 1, 1]]);
    expect((await read()).rows[0]?.is_overdue).toBe(true);
  });

  test('has nothing to do with what was put right before it was given and comes back later', async () => {
    await world.send('leader', 'PUT', path, {...work, due_on: '2026-03-31'});
    expect(await standing()).toEqual([['assigned', 1, 0, 0]]);
    await world.count('2026-03-30', {ho_so: files([false, true, false])});
    expect(await standing()).toEqual([['closed', 0, 1, 0]]);
  });

  test('is written once: neither its rows nor what was said of it can be changed', async () => {
    await withState(world.server, ({db}) => {
      expect(() => db.exec("update assignments set note = ''")).toThrow('chỉ được ghi thêm');
      expect(() => db.exec('delete from assignment_reports')).toThrow('chỉ được ghi thêm');
    });
  });
});
