import {expect, test} from 'vitest';
import {formatLimitOf, formatValueOf, thresholdIn} from '../../web/findings/alert-values.ts';

test.each([
  ['92,5', 'ratio', 0.925],
  ['5', 'ratio', 0.05],
  ['99.95', 'ratio', 0.9995],
  ['3000', 'count', 3000],
  ['-1', 'count', null],
  ['năm', 'ratio', null],
  ['', 'ratio', null],
] as const)('a threshold written %j for a %s is %j', (text, unit, threshold) => {
  expect(thresholdIn(text, unit)).toBe(threshold);
});

test('a value is written as its metric is', () => {
  expect([formatValueOf({unit: 'count'}, 3040), formatValueOf({unit: 'ratio'}, 0.012)]).toEqual([
    '3.040',
    '1,20%',
  ]);
  expect([formatLimitOf({unit: 'count'}, 3000), formatLimitOf({unit: 'ratio'}, 0.05)]).toEqual([
    '3.000',
    '5%',
  ]);
});
