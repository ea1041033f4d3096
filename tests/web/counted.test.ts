import {afterEach, expect, test} from 'vitest';
import {signalWords} from '../../web/labels/signal-words.ts';
import {speak, words} from '../../web/labels/words.ts';
import {workWords} from '../../web/labels/work-words.ts';

afterEach(() => speak('vi'));

test('one thing is told in English as one', () => {
  speak('en');
  const {decisions, map} = words();
  expect([decisions.title(1), decisions.daysLeft(1), decisions.daysLeft(-1), map.missing(1, '60%')]).toEqual([
    '1 matter to decide first',
    '1 day left',
    '1 day over',
    '1 province holds 60% of what is missing',
  ]);
  expect([decisions.title(2), decisions.daysLeft(2), map.missing(2, '60%')]).toEqual([
    '2 matters to decide first',
    '2 days left',
    '2 provinces hold 60% of what is missing',
  ]);
  expect(signalWords().units.title(1)).toBe('1 unit has signs to look at');
  expect(workWords().assigned.title(1, 0)).toBe('1 task under way, none overdue');
});
