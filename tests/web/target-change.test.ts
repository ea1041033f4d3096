import {expect, test} from 'vitest';
import {changeTyped, daysAhead} from '../../web/findings/target-change.ts';

const target = {
  kind: 'target',
  metric: 'money_coverage',
  valid_from: '2026-05-01',
  goal: '99,5',
  floor: ' 50 % ',
  deadline: '',
  letter: ' 12/CV ',
  clause: '1',
};

test('a rate is typed as per cent and an empty deadline is none', () => {
  expect(changeTyped(target, true)).toEqual({
    ...target,
    goal: 0.995,
    floor: 0.5,
    deadline: null,
    letter: '12/CV',
  });
});

test('a count is typed as it is, with or without dots', () => {
  const counted = {...target, metric: 'files_missing', goal: '0', floor: '1.500'};
  expect(changeTyped(counted, false)).toMatchObject({goal: 0, floor: 1500});
  expect(changeTyped({...counted, floor: '1,5'}, false)).toBeNull();
});

test('what is no number is no change', () => {
  expect(changeTyped({...target, goal: 'nhiều'}, true)).toBeNull();
  expect(changeTyped({...target, floor: '120'}, true)).toBeNull();
});

test('a day off and a day worked instead keep their basis', () => {
  const day = {day: '2026-06-01', legal_basis: 'TB 1'};
  expect(changeTyped({kind: 'holiday', name: 'Nghỉ', ...day}, true)).toEqual({
    kind: 'holiday',
    name: 'Nghỉ',
    ...day,
  });
  expect(changeTyped({kind: 'make_up_day', instead_of: '2026-06-05', ...day}, true)).toEqual({
    kind: 'make_up_day',
    instead_of: '2026-06-05',
    ...day,
  });
});

test('a day that is taken back is told by what it was', () => {
  expect(
    changeTyped({kind: 'removed_day_off', removed: 'make_up 2026-08-22', legal_basis: ' TB 2 '}, true),
  ).toEqual({kind: 'removed_day_off', day: '2026-08-22', was: 'make_up', legal_basis: 'TB 2'});
});

test('only days after the night may be taken back', () => {
  const dayOff = (day: string) => ({
    day,
    kind: 'holiday' as const,
    name: 'Nghỉ',
    instead_of: null,
    legal_basis: 'TB',
  });
  const days = ['2026-03-30', '2026-03-31', '2026-04-01'].map(dayOff);
  expect(daysAhead(days, '2026-03-31').map(({day}) => day)).toEqual(['2026-04-01']);
});
