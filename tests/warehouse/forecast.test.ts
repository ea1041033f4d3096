import {expect, test} from 'vitest';
import {paceOf, type Course} from '../../warehouse/forecast.ts';

/** The working days of March and April 2026 before the holidays at its end. */
const workingDays = days('2026-03-02', '2026-04-24').filter((day) => ![0, 6].includes(weekday(day)));

/** Ten working days up to the night of 31/03 with 25 files each, 100 missing, ten working days to the deadline. */
const course: Course = {
  night: '2026-03-31',
  lastDay: '2026-04-14',
  missing: 100,
  entered: days('2026-03-18', '2026-03-31')
    .filter((day) => workingDays.includes(day))
    .map((day) => ({day, files: 25})),
  workingDays,
};

test('the pace is what each of the last ten working days brought, and what each one left must bring', () => {
  expect(paceOf(course)).toEqual({
    working_days_left: 10,
    needed_per_working_day: 10,
    entered_per_working_day: 25,
    // Four days of 25 files, however they are drawn.
    forecast: {p10: '2026-04-06', p50: '2026-04-06', p90: '2026-04-06'},
    no_forecast: null,
  });
});

test('only the last ten working days count, those without an entry too', () => {
  const entered = [
    {day: '2026-03-02', files: 9000},
    {day: '2026-03-18', files: 30},
    {day: '2026-03-31', files: 70},
  ];
  expect(paceOf({...course, entered}).entered_per_working_day).toBe(10);
});

test('what is entered on a day off is no part of the pace', () => {
  const entered = [...course.entered, {day: '2026-03-21', files: 500}];
  expect(paceOf({...course, entered}).entered_per_working_day).toBe(25);
});

test('the day of the deadline counts, the night itself does not', () => {
  expect(paceOf({...course, lastDay: '2026-04-01'}).working_days_left).toBe(1);
  expect(paceOf({...course, lastDay: '2026-03-31'})).toMatchObject({
    working_days_left: 0,
    needed_per_working_day: null,
    entered_per_working_day: 25,
  });
  expect(paceOf({...course, lastDay: null})).toMatchObject({
    working_days_left: null,
    needed_per_working_day: null,
  });
});

test('with fewer than seven working days of history there is neither a pace nor a forecast', () => {
  expect(paceOf({...course, entered: [{day: '2026-03-24', files: 25}]})).toMatchObject({
    needed_per_working_day: 10,
    entered_per_working_day: null,
    forecast: null,
    no_forecast: 'too_little_history',
  });
  expect(paceOf({...course, entered: [{day: '2026-03-23', files: 70}]})).toMatchObject({
    entered_per_working_day: 10,
    no_forecast: null,
  });
  expect(paceOf({...course, entered: []}).no_forecast).toBe('too_little_history');
});

test('nothing is forecast where nothing is missing, nothing known, or nothing moves', () => {
  expect(paceOf({...course, missing: 0}).no_forecast).toBe('nothing_missing');
  expect(paceOf({...course, missing: null}).no_forecast).toBe('no_data');
  const entered = [
    {day: '2026-03-02', files: 10},
    {day: '2026-03-31', files: 0},
  ];
  expect(paceOf({...course, entered}).no_forecast).toBe('standing_still');
});

test('uneven days spread the forecast, and the same night forecasts the same days every time', () => {
  // Six days in ten bring all that is missing: six times in ten the first does, nineteen times in twenty one of three.
  const uneven = course.entered.map(({day}, i) => ({day, files: i < 6 ? 100 : 0}));
  const {forecast} = paceOf({...course, entered: uneven});
  expect(forecast).toEqual({p10: '2026-04-01', p50: '2026-04-01', p90: '2026-04-03'});
  expect(paceOf({...course, entered: uneven}).forecast).toEqual(forecast);
});

test('a day beyond the calendar is not made up', () => {
  expect(paceOf({...course, missing: 1_000_000}).forecast).toEqual({p10: null, p50: null, p90: null});
});

function days(from: string, to: string): string[] {
  const first = Date.parse(from);
  return Array.from({length: (Date.parse(to) - first) / 86_400_000 + 1}, (_, i) =>
    new Date(first + i * 86_400_000).toISOString().slice(0, 10),
  );
}

function weekday(day: string): number {
  return new Date(day).getUTCDay();
}
