import type {FormKind, ReconciliationRow} from '../api/answers.ts';
import {isRate} from './findings/gaps.ts';
import {formatCount, formatDecimal, formatPoints, formatRate, formatSignedCount} from './format.ts';
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
  if (form === 'VIEC') return formatCount(value);
  return value < 0 ? `−${inMillions(-value)}` : inMillions(value);
}

/** A gap with its sign; of a rate in percentage points. */
export function formGap({gap, code}: Pick<ReconciliationRow, 'gap' | 'code'>, form: FormKind): string {
  if (gap === null) return '–';
  if (isRate({code})) return reconciliationWords().paired.points(formatPoints(gap));
  if (form === 'VIEC' || gap === 0) return formatSignedCount(gap);
  return `${gap > 0 ? '+' : '−'}${inMillions(Math.abs(gap))}`;
}

/** A gap as a share of paper, with its sign; a rate has none, its points say it all. */
export function gapShare({gap_rate, code}: Pick<ReconciliationRow, 'gap_rate' | 'code'>): string {
  if (gap_rate === null || isRate({code})) return '–';
  return gap_rate === 0 ? formatRate(0) : `${formatPoints(gap_rate)}%`;
}

/** An amount in millions of đồng; only nothing is 0, so what would round to it has two decimals, at least 0,01. */
const inMillions = (amount: number): string =>
  amount === 0 || amount >= million / 2
    ? formatCount(Math.round(amount / million))
    : formatDecimal(Math.max(0.01, amount / million), 2);
