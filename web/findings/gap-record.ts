import type {GapRecordAnswer, ReconciliationRow} from '../../api/answers.ts';

/** How far the record of a unit is. */
export const recordState = (
  {rows, signatures}: Pick<GapRecordAnswer, 'rows' | 'signatures'>,
  unit: string,
): 'signed' | 'explained' | 'none' => {
  if (signatures.some(({unit_id}) => unit_id === unit)) return 'signed';
  return rows.some(({unit_id}) => unit_id === unit) ? 'explained' : 'none';
};

/** What a unit has to explain: its indicators that differ, but for rates, which follow from the others. */
export const differing = (rows: readonly ReconciliationRow[], unit: string): ReconciliationRow[] =>
  rows.filter(({unit_id, code, gap}) => unit_id === unit && code !== 'TY_LE' && gap !== null && gap !== 0);
