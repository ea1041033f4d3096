import {expect, test} from 'vitest';
import {isOver} from '../../api/deadline.ts';
import {paceOfUnit} from '../../api/routes/pages/unit-course.ts';

const deadline = '2026-04-14T23:59:59+07:00';

test('a deadline lies behind the night of its own day, whose state is that of 24:00', () => {
  expect(['2026-04-13', '2026-04-14', '2026-04-15'].map((night) => isOver(deadline, night))).toEqual([
    false,
    true,
    true,
  ]);
});

test('on the night of the deadline there is no pace left to keep', () => {
  const read = {entries: [], events: [], signalDays: null, workingDays: ['2026-04-13', '2026-04-14']};
  const paceAt = (night: string) => paceOfUnit(read, {night, missing: 3, deadline});
  expect(paceAt('2026-04-13')).toMatchObject({working_days_left: 1, needed_per_working_day: 3});
  expect(paceAt('2026-04-14')).toBeNull();
});
