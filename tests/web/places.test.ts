import {describe, expect, test} from 'vitest';
import type {RankedRow} from '../../api/answers.ts';
import {
  barring,
  candidateName,
  candidateText,
  candidateTyped,
  flagged,
  laneShare,
  placesIn,
  rankInterval,
  typedShare,
} from '../../web/findings/places.ts';

const row = (unit_id: string, more: Partial<RankedRow> = {}): RankedRow => ({
  rank: 1,
  unit_id,
  name: `Phòng ${unit_id}`,
  province_id: unit_id.slice(0, 2),
  required: 10,
  entered: 10,
  size_band: 'nhỏ',
  finished_at: '2026-03-10T15:00:00+07:00',
  days_early: 15,
  quality_score: 1,
  women_share: null,
  gates: [],
  decided_by: null,
  tied_with: 0,
  preferred: false,
  ...more,
});

test('a filter leaves one province, one size, or both together', () => {
  const rows = [row('38.KV01'), row('38.KV02', {size_band: 'lớn'}), row('14.KV01', {size_band: 'lớn'})];
  const codes = (filter: {province: string | null; size: string | null}) =>
    placesIn(rows, filter).map(({unit_id}) => unit_id);
  expect(codes({province: null, size: null})).toEqual(['38.KV01', '38.KV02', '14.KV01']);
  expect(codes({province: '38', size: null})).toEqual(['38.KV01', '38.KV02']);
  expect(codes({province: '38', size: 'lớn'})).toEqual(['38.KV02']);
});

test('who may not be named is shown by the code', () => {
  expect(candidateName(row('38.KV01', {name: null}))).toBe('38.KV01');
});

test('what a field writes of a candidate is read back as the code, and so is a code typed alone', () => {
  const written = candidateText(row('38.KV01', {name: 'Phòng (cũ) số 1'}));
  expect(candidateTyped(written)).toBe('38.KV01');
  expect(candidateTyped(' 38.KV01 ')).toBe('38.KV01');
});

test('a flag bars nobody, a failed gate does', () => {
  const gate = {
    gate: 'quality',
    label: {vi: 'Điểm chất lượng', en: 'Score of data quality'},
    value: 0.8,
    threshold: 0.9,
    passed: false,
    is_flag: false,
    by_default: true,
    letter: '606/KH-CQLTHADS',
    clause: 'III.3.a',
  };
  const gates = [gate, {...gate, gate: 'under_verification', is_flag: true}, {...gate, passed: true}];
  expect(barring(gates).map((one) => one.gate)).toEqual(['quality']);
  expect(flagged(gates).map((one) => one.gate)).toEqual(['under_verification']);
});

describe('a lane', () => {
  const share = (moment: string | null) => laneShare(moment, '2026-03-01', '2026-03-10');

  test('runs from the first moment of the first day to the last of the last', () => {
    expect(share('2026-03-01T00:00:00+07:00')).toBe(0);
    expect(share('2026-03-06T00:00:00+07:00')).toBeCloseTo(0.5, 4);
    expect(share('2026-03-10T23:59:59+07:00')).toBe(1);
  });

  test('has no finish for who has not finished, or did so outside it', () => {
    expect([share(null), share('2026-02-28T23:59:59+07:00'), share('2026-03-11T00:00:00+07:00')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test('a percentage is read as people type it, and nothing else is', () => {
  expect(['92,5', '92.5 %', '0', '100', ' 7 '].map(typedShare)).toEqual(['0.925', '0.925', '0', '1', '0.07']);
  expect(['', '101', '-1', 'chín', '9,5,5'].map(typedShare)).toEqual([null, null, null, null, null]);
});

test('a rank lies between the best and the worst of the trials, and may be lost in one', () => {
  expect(rankInterval(4, [{rank: 4}, {rank: 7}, {rank: 3}])).toEqual({best: 3, worst: 7, isLost: false});
  expect(rankInterval(4, [{rank: null}])).toEqual({best: 4, worst: 4, isLost: true});
});
