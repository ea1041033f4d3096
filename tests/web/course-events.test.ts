import {expect, test} from 'vitest';
import type {CourseEvent} from '../../api/answers.ts';
import {eventDays, rowsOfMarks} from '../../web/findings/course-events.ts';

const event = (day: string, kind: CourseEvent['kind']): CourseEvent => ({
  day,
  kind,
  deadline: null,
  letter: null,
  clause: null,
});

test('what happened on one day has one number, and what was before the first entry has none', () => {
  const days = eventDays(
    [
      event('2026-01-02', 'plan'),
      event('2026-01-20', 'campaign_start'),
      event('2026-01-20', 'target'),
      event('2026-03-25', 'deadline'),
    ],
    '2026-01-20',
  );
  expect(days.map(({number, day, events}) => [number, day, events.map(({kind}) => kind)])).toEqual([
    [1, '2026-01-20', ['campaign_start', 'target']],
    [2, '2026-03-25', ['deadline']],
  ]);
});

test('marks nearer than their room stand one above the other', () => {
  expect(rowsOfMarks([0, 100, 105, 110, 130], 18)).toEqual([0, 0, 1, 2, 0]);
});
