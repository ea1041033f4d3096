import type {IdentityRow} from '../../answers.ts';

/** That nothing is left over, of the sides whose identities could be checked; what could not be checked is said. */
export function balancedSentence(identities: readonly Pick<IdentityRow, 'side'>[]): string {
  const sides = new Set(identities.map(({side}) => side));
  if (sides.size === 0) return 'Không đủ số liệu để kiểm tra đẳng thức kế toán nào.';
  if (!sides.has('paper')) {
    return 'Mọi đẳng thức kế toán kiểm tra được của Nền tảng số đều khớp; báo cáo giấy chưa đủ số liệu để kiểm tra.';
  }
  if (!sides.has('platform')) {
    return 'Mọi đẳng thức kế toán kiểm tra được của báo cáo giấy đều khớp; Nền tảng số chưa đủ số liệu để kiểm tra.';
  }
  return 'Mọi đẳng thức kế toán kiểm tra được của hai bên đều khớp.';
}
