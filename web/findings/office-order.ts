import type {MetricRow} from '../../api/answers.ts';
import {formatCount} from '../format.ts';
import {moneyWords} from '../labels/money-words.ts';
import {plainOfficeName} from './office-name.ts';

export const officeColumns = ['missing', 'complete', 'money', 'rate'] as const;
export type OfficeColumn = (typeof officeColumns)[number];

/** Files of an office whose money is not complete. */
export const lackingMoney = ({numerator, denominator}: MetricRow): number =>
  Math.max(0, (denominator ?? 0) - (numerator ?? 0));

/** The offices that have files with money, in the order of a column, `-` before it for the highest first. */
export function sortOffices(rows: readonly MetricRow[], order: string): MetricRow[] {
  const column = officeColumns.find((one) => one === order.replace(/^-/, '')) ?? 'missing';
  const direction = order.startsWith('-') ? -1 : 1;
  return rows
    .filter(({value}) => value !== null)
    .sort(
      (one, other) =>
        direction * (values[column](one) - values[column](other)) ||
        lackingMoney(other) - lackingMoney(one) ||
        (one.unit_id < other.unit_id ? -1 : 1),
    );
}

/** Which office lacks most, of those that have files with money. */
export function headingOfOffices(rows: readonly MetricRow[]): string {
  const {title, titleDone, titleNone} = moneyWords().offices;
  const [worst] = sortOffices(rows, '-missing');
  if (!worst) return titleNone;
  return lackingMoney(worst) > 0
    ? title(plainOfficeName(worst.unit_name), formatCount(lackingMoney(worst)))
    : titleDone;
}

const values: Record<OfficeColumn, (row: MetricRow) => number> = {
  missing: lackingMoney,
  complete: ({numerator}) => numerator ?? 0,
  money: ({denominator}) => denominator ?? 0,
  rate: ({value}) => value ?? 0,
};
