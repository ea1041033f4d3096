import {describe, expect, test} from 'vitest';
import type {IdentityRow, ReconciliationRow} from '../../api/answers.ts';
import {byGap, differing, identityPairs, unbalancedUnits, widestShare} from '../../web/findings/gaps.ts';
import {
  headingOfIdentities,
  headingOfPaired,
  headingOfParts,
} from '../../web/findings/reconciliation-headings.ts';
import {formGap, formValue, gapShare} from '../../web/form-value.ts';

const row = (unit_id: string, paper: number | null, platform: number | null, code = 'TONG_THU_LY') => {
  const gap = paper === null || platform === null ? null : paper - platform;
  return {
    unit_id,
    unit_name: `Tỉnh ${unit_id}`,
    code,
    code_name: 'Tổng số thụ lý',
    paper,
    paper_version: 'CHINH_THUC',
    paper_reports_missing: 0,
    platform,
    gap,
    gap_rate: gap === null || paper === 0 ? null : gap / paper!,
    band: null,
  } satisfies ReconciliationRow;
};

const left = (
  identity: IdentityRow['identity'],
  side: IdentityRow['side'],
  residual: number,
  unit = 'VN',
) => ({
  unit_id: unit,
  side,
  identity,
  code: null,
  residual,
});

describe('gaps', () => {
  const rows = [row('01', 100, 98), row('14', null, 5), row('38', 100, 110), row('80', 7, 7)];

  test('stand with the largest first, whichever side has more, and without paper last', () => {
    expect(byGap(rows).map(({unit_id}) => unit_id)).toEqual(['38', '01', '80', '14']);
  });

  test('are counted only where both sides are there and differ', () => {
    expect(differing(rows).map(({unit_id}) => unit_id)).toEqual(['01', '38']);
  });

  test('share an axis that reaches the largest of them', () => {
    expect(widestShare(rows)).toBe(0.1);
    expect(widestShare([row('80', 7, 7)])).toBe(0.001);
  });
});

describe('identities', () => {
  test('are paired by side, and one whose terms were not delivered has nothing', () => {
    const pairs = identityPairs(
      [left(2, 'paper', 0), left(2, 'platform', 1546), left(1, 'paper', 3, '38')],
      'VN',
    );
    expect(pairs.map(({identity}) => identity)).toEqual([1, 2, 3, 4, 5]);
    expect(pairs[0]).toMatchObject({paper: null, platform: null});
    expect([pairs[1]!.paper?.residual, pairs[1]!.platform?.residual]).toEqual([0, 1546]);
  });

  test('that several indicators fail show the one with most left over', () => {
    const [, , , fourth] = identityPairs([left(4, 'paper', 2), left(4, 'paper', -9)], 'VN');
    expect(fourth!.paper?.residual).toBe(-9);
  });

  test('name each unit with something left over once', () => {
    const all = [left(1, 'paper', 1, '38'), left(2, 'paper', 1, '38'), left(1, 'platform', 0, '14')];
    expect(unbalancedUnits(all)).toEqual(['38']);
  });
});

test('a figure is written as its form prints it: cases, millions of đồng, or a rate', () => {
  expect(formValue(765_766, {code: 'TONG_THU_LY'}, 'VIEC')).toBe('765.766');
  expect(formValue(1_234_567_890, {code: 'TONG_THU_LY'}, 'TIEN')).toBe('1.235');
  expect(formValue(0.4321, {code: 'TY_LE'}, 'TIEN')).toBe('43,21%');
  expect(formValue(null, {code: 'TONG_THU_LY'}, 'VIEC')).toBe('không có số liệu');
});

test('a gap says which side has more, and of a rate is in points', () => {
  expect(formGap(row('01', 765_766, 727_054), 'VIEC')).toBe('+38.712');
  expect(formGap(row('01', 5, 8), 'VIEC')).toBe('−3');
  expect(formGap(row('01', 0.5, 0.48, 'TY_LE'), 'VIEC')).toBe('+2,00 điểm %');
  expect(gapShare(row('01', 200, 198))).toBe('+1,00%');
  expect([gapShare(row('01', 0, 3)), gapShare(row('01', 0.5, 0.4, 'TY_LE'))]).toEqual(['–', '–']);
});

test('what is left of money is never written as nothing, however small', () => {
  const money = (gap: number) => formGap({gap, code: 'GIAM_MIEN'}, 'TIEN');
  const figure = (value: number) => formValue(value, {code: ''}, 'TIEN');
  expect([300_000, -75_000, 1, 0, 5_499_999, -1_500_000].map(money)).toEqual([
    '+0,30',
    '−0,08',
    '+0,01',
    '0',
    '+5',
    '−2',
  ]);
  expect([300_000, -150_000, 0, 500_000, -1].map(figure)).toEqual(['0,30', '−0,15', '0', '1', '−0,01']);
});

describe('what is said of paper and platform', () => {
  const alone = [row('01', null, 98), row('14', null, 5)];

  test('is not that they agree where there is no paper', () => {
    const none = 'Chưa có báo cáo giấy để so với nền tảng';
    expect([headingOfPaired(alone), headingOfParts(byGap(alone), 'VIEC')]).toEqual([none, none]);
    expect(headingOfPaired([])).toBe(none);
  });

  test('counts the indicators that both have', () => {
    expect(headingOfPaired([row('01', 100, 98), row('01', 7, 7), ...alone])).toBe(
      '1/2 chỉ tiêu lệch giữa giấy và nền tảng',
    );
    expect(headingOfPaired([row('80', 7, 7), ...alone])).toBe(
      'Giấy và nền tảng khớp nhau ở mọi chỉ tiêu so được',
    );
  });

  test('names the largest gap, or that the units with paper have none', () => {
    expect(headingOfParts(byGap([row('01', 100, 98), row('38', 100, 110), ...alone]), 'VIEC')).toBe(
      'Lệch nhiều nhất: Tỉnh 38, −10',
    );
    expect(headingOfParts(byGap([row('80', 7, 7), ...alone]), 'VIEC')).toBe(
      'Không đơn vị nào lệch giữa giấy và nền tảng',
    );
  });

  test('is not that every identity holds where none can be checked', () => {
    expect(headingOfIdentities(identityPairs([], 'VN'))).toBe(
      'Không đủ số liệu để kiểm tra đẳng thức kế toán nào',
    );
    expect(headingOfIdentities(identityPairs([left(1, 'platform', 0)], 'VN'))).toBe(
      'Mọi đẳng thức kế toán kiểm tra được đều khớp',
    );
    expect(headingOfIdentities(identityPairs([left(1, 'paper', 3), left(1, 'platform', 0)], 'VN'))).toBe(
      '1 đẳng thức kế toán chưa khớp, chưa giải thích',
    );
  });
});
