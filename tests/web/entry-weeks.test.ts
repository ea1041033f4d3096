import {describe, expect, test} from 'vitest';
import {shadeOf, signsByDay, weeksOf} from '../../web/findings/entry-weeks.ts';

test('each day has the signs found on it, in the order they are given', () => {
  const [night, rush] = [
    {name: 'night', days: [{day: '2026-03-24', occurrences: 2}]},
    {
      name: 'rush',
      days: [
        {day: '2026-03-24', occurrences: 1},
        {day: '2026-03-25', occurrences: 3},
      ],
    },
  ];
  const days = signsByDay([night, rush]);
  expect(
    [...days].map(([day, found]) => [day, found.map(({sign, occurrences}) => [sign.name, occurrences])]),
  ).toEqual([
    [
      '2026-03-24',
      [
        ['night', 2],
        ['rush', 1],
      ],
    ],
    ['2026-03-25', [['rush', 3]]],
  ]);
});

describe('the weeks of a calendar', () => {
  // 23/3/2026 is a Monday, 31/3/2026 a Tuesday.
  const entries = [
    {day: '2026-03-25', entered: 8},
    {day: '2026-03-30', entered: 3},
  ];

  test('run from Monday to Sunday, and tell nothing of days before the first entry and after the night', () => {
    const weeks = weeksOf(entries, '2026-03-31', 12);
    expect(weeks.map((week) => [week[0]?.day, week[6]?.day])).toEqual([
      ['2026-03-23', '2026-03-29'],
      ['2026-03-30', '2026-04-05'],
    ]);
    expect(weeks.map((week) => week.map(({entered}) => entered))).toEqual([
      [null, null, 8, 0, 0, 0, 0],
      [3, 0, null, null, null, null, null],
    ]);
  });

  test('are the last ones when there are more than there is room for', () => {
    expect(weeksOf(entries, '2026-03-31', 1).map((week) => week[0]?.day)).toEqual(['2026-03-30']);
  });

  test('are none where nothing was entered', () => {
    expect(weeksOf([], '2026-03-31', 12)).toEqual([]);
  });
});

test('a day is drawn by its share of the busiest', () => {
  expect([0, 1, 25, 26, 50, 99, 100].map((entered) => shadeOf(entered, 100))).toEqual([0, 1, 1, 2, 2, 4, 4]);
  expect(shadeOf(0, 0)).toBe(0);
});
