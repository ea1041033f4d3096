import {afterAll, beforeAll, expect, test} from 'vitest';
import {targetsAnswer, type TargetsAnswer} from '../../api/target-schemas.ts';
import {startBoard, type BoardWorld} from './board/board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard('2026-03-26');
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const read = async (query = '') =>
  targetsAnswer.parse(await world.read<TargetsAnswer>('administrator', `/targets${query}`));

test('each target is told with its period and its letter, and whether it is in force on the night', async () => {
  const {targets} = await read();
  const completion = targets.filter(({metric}) => metric === 'completion_rate');
  expect(completion.map(({in_force, deadline, letter}) => [in_force, deadline, letter])).toEqual([
    [false, '2026-03-25T23:59:59+07:00', '606/KH-CQLTHADS'],
    [true, '2026-04-14T23:59:59+07:00', 'CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)'],
  ]);
  expect(completion[0]).toMatchObject({
    label: {vi: 'Tỷ lệ cập nhật hồ sơ'},
    goal: 1,
    floor: 0.95,
    is_rate: true,
    by_default: false,
  });
  expect(targets.find(({metric}) => metric === 'files_missing')?.is_rate).toBe(false);
});

test('each day off is told with what it is based on, and so is a Saturday worked instead', async () => {
  const {days_off} = await read();
  expect(days_off.filter(({day}) => day.startsWith('2026-01'))).toEqual([
    {
      day: '2026-01-01',
      kind: 'holiday',
      name: 'Tết Dương lịch',
      instead_of: null,
      legal_basis: 'Bộ luật Lao động 2019, điều 112',
    },
    expect.objectContaining({day: '2026-01-02', kind: 'holiday'}),
    expect.objectContaining({day: '2026-01-10', kind: 'make_up', instead_of: '2026-01-02'}),
  ]);
});

test('everybody who has signed in may read them', async () => {
  for (const who of ['leader', 'board', 'analyst', 'thanh_hoa', 'administrator'] as const) {
    expect((await world.send(who, 'GET', '/targets')).status).toBe(200);
  }
});
