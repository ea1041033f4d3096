import type {MetricRow} from '../../api/answers.ts';

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

const values: Record<OfficeColumn, (row: MetricRow) => number> = {
  missing: lackingMoney,
  complete: ({numerator}) => numerator ?? 0,
  money: ({denominator}) => denominator ?? 0,
  rate: ({value}) => value ?? 0,
};
