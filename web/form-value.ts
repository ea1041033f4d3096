import type {FormKind, ReconciliationRow} from '../api/answers.ts';
import {isRate} from './findings/gaps.ts';
import {formatCount, formatPoints, formatRate, formatSignedCount} from './format.ts';
import {reconciliationWords} from './labels/reconciliation-words.ts';
import {words} from './labels/words.ts';

const million = 1_000_000;

/** A figure of a form as readers write it: cases, millions of đồng, or a rate. */
export function formValue(
  value: number | null,
  row: Pick<ReconciliationRow, 'code'>,
  form: FormKind,
): string {
  if (value === null) return words().noFigure;
  if (isRate(row)) return formatRate(value);
  return formatCount(form === 'TIEN' ? Math.round(value / million) : value);
}

/** A gap with its sign; of a rate in percentage points. */
export function formGap({gap, code}: Pick<ReconciliationRow, 'gap' | 'code'>, form: FormKind): string {
  if (gap === null) return '–';
  if (isRate({code})) return reconciliationWords().paired.points(formatPoints(gap));
  return formatSignedCount(form === 'TIEN' ? Math.round(gap / million) : gap);
}

/** A gap as a share of paper, with its sign; a rate has none, its points say it all. */
export function gapShare({gap_rate, code}: Pick<ReconciliationRow, 'gap_rate' | 'code'>): string {
  if (gap_rate === null || isRate({code})) return '–';
  return gap_rate === 0 ? formatRate(0) : `${formatPoints(gap_rate)}%`;
}
