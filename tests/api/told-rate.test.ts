import {expect, test} from 'vitest';
import {failedGates} from '../../api/campaigns/sentences.ts';
import {keyValueOf} from '../../api/campaigns/rows.ts';
import {hundredthsTold} from '../../api/campaigns/told-rate.ts';
import type {Candidate, SortKey} from '../../warehouse/campaign/rank.ts';

test.each([
  [0.899_96, 0.9, 8_999],
  [0.899_96, undefined, 9_000],
  [0.9, 0.9, 9_000],
  [0.95, 0.9, 9_500],
  [0.999_96, undefined, 9_999],
  [1, undefined, 10_000],
  [0.000_01, undefined, 1],
  [0, 0.9, 0],
])('%j before the limit %j is told as %i hundredths of a percent', (rate, limit, told) => {
  expect(hundredthsTold(rate, limit)).toBe(told);
});

test('a gate that is missed by a hair does not read as if it were reached', () => {
  const gate = {
    gate: 'quality',
    label: {vi: 'Điểm chất lượng dữ liệu', en: 'Score of data quality'},
    value: 0.899_96,
    threshold: 0.9,
    passed: false,
    is_flag: false,
    by_default: true,
    letter: '606/KH-CQLTHADS',
    clause: 'III.3.a',
  };
  expect(failedGates([gate]).vi).toContain('(có: 89,99%, ngưỡng: 90,00%;');
});

test('a key is rounded as the ranking rounds it, also where the fifth decimal is exactly 5', () => {
  const [quality_numerator, quality_denominator] = [16_017, 20_000];
  const key = {sort_key: 'quality_score'} as SortKey;
  expect(keyValueOf(key, {quality_numerator, quality_denominator} as Candidate)).toBe(0.8009);
});
