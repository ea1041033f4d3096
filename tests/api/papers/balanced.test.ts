import {expect, test} from 'vitest';
import {balancedSentence} from '../../../api/papers/annexes/balanced.ts';

test('an annex says of a side that could not be checked not that it balances', () => {
  const [paper, platform] = [{side: 'paper'}, {side: 'platform'}] as const;
  expect([[], [platform], [paper], [platform, paper, paper]].map((sides) => balancedSentence(sides))).toEqual(
    [
      'Không đủ số liệu để kiểm tra đẳng thức kế toán nào.',
      'Mọi đẳng thức kế toán kiểm tra được của Nền tảng số đều khớp; báo cáo giấy chưa đủ số liệu để kiểm tra.',
      'Mọi đẳng thức kế toán kiểm tra được của báo cáo giấy đều khớp; Nền tảng số chưa đủ số liệu để kiểm tra.',
      'Mọi đẳng thức kế toán kiểm tra được của hai bên đều khớp.',
    ],
  );
});
