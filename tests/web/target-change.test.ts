import {expect, test} from 'vitest';
import {changeTyped} from '../../web/findings/target-change.ts';

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
