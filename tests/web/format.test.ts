import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import {
  formatBytes,
  daysBetween,
  formatCount,
  formatDate,
  formatDay,
  formatLimit,
  formatMoment,
  formatPercentNumber,
  formatPoints,
  formatRate,
  formatRateBeside,
  formatSignedCount,
  formatTime,
} from '../../web/format.ts';
import {speak} from '../../web/labels/words.ts';

afterEach(() => speak('vi'));

describe('in Vietnamese', () => {
  test('counts are grouped by dots', () => {
    expect(formatCount(685_231)).toBe('685.231');
    expect(formatCount(3_040)).toBe('3.040');
    expect(formatSignedCount(-1_204)).toBe('−1.204');
    expect(formatCount(-8)).toBe('−8');
    expect(formatSignedCount(7)).toBe('+7');
    expect(formatSignedCount(0)).toBe('0');
  });

  test('a moment is of the day it was in Vietnam, whatever offset it is written with', () => {
    expect(formatMoment('2026-03-31T19:14:00.000Z')).toBe('02:14 1/4');
    expect(formatMoment('2026-04-01T02:14:00+07:00')).toBe('02:14 1/4');
    expect(formatMoment('2026-03-31T16:59:00Z')).toBe('23:59 31/3');
  });

  test('room is said in the unit that suits it', () => {
    expect([500, 512_000, 340_240_000, 1_200_000_000].map(formatBytes)).toEqual([
      '1 kB',
      '512 kB',
      '340,2 MB',
      '1,2 GB',
    ]);
  });

  test('rates have a comma and two decimals, as the letters write them', () => {
    expect(formatRate(685_231 / 688_271)).toBe('99,56%');
    expect(formatRate(0.012)).toBe('1,20%');
    expect(formatPercentNumber(1)).toBe('100,00');
    expect(formatLimit(0.05)).toBe('5%');
    expect(formatLimit(0.995)).toBe('99,5%');
  });

  test('a rate is 100% only when nothing is missing, and 0% only when nothing is there', () => {
    expect(formatRate(0.99996)).toBe('99,99%');
    expect(formatRate(1)).toBe('100%');
    expect(formatRate(0.00001)).toBe('0,01%');
    expect(formatRate(0)).toBe('0%');
    fc.assert(
      fc.property(fc.integer({min: 1, max: 10_000_000}), (required) => {
        expect(formatRate((required - 1) / required)).not.toMatch(/^100/);
        expect(formatRate(1 / (required + 1))).not.toMatch(/^0(,00)?%/);
      }),
    );
  });

  test('a change has its sign, and none only when nothing changed', () => {
    expect(formatPoints(0.0012)).toBe('+0,12');
    expect(formatPoints(-0.0012)).toBe('−0,12');
    expect(formatPoints(0.000001)).toBe('+0,01');
    expect(formatPoints(0)).toBe('0,00');
  });

  test('dates are day, month, year without leading zeros', () => {
    expect(formatDate('2026-03-31')).toBe('31/3/2026');
    expect(formatDate('2026-04-14T23:59:59+07:00')).toBe('14/4/2026');
    expect(formatDay('2026-01-05')).toBe('5/1');
  });
});

test('in English the same figures are written the English way', () => {
  speak('en');
  expect(formatCount(685_231)).toBe('685,231');
  expect(formatRate(0.9956)).toBe('99.56%');
  expect(formatDate('2026-03-31')).toBe('31 Mar 2026');
});

test('a moment is shown in Vietnam’s time, wherever it was written', () => {
  expect(formatTime('2026-04-01T02:14:09+07:00')).toBe('02:14');
  expect(formatTime('2026-03-31T19:14:09Z')).toBe('02:14');
});

test('days to a deadline leave its hour aside', () => {
  expect(daysBetween('2026-03-31', '2026-04-14T23:59:59+07:00')).toBe(14);
  expect(daysBetween('2026-03-31', '2026-03-25')).toBe(-6);
});

test('a rate beside its limit does not reach it by rounding', () => {
  expect([0.899_96, 0.9, 0.95, 0.899_9].map((value) => formatRateBeside(0.9, value))).toEqual([
    '89,99%',
    '90,00%',
    '95,00%',
    '89,99%',
  ]);
  expect(formatRateBeside(1, 0.999_99)).toBe('99,99%');
});
