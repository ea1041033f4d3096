import type {ProvinceRow, Status} from '../../api/answers.ts';
import type {MoneyOrder} from '../state.ts';
import {ranks} from './ranks.ts';

/** A province in the money panel; both ranks are among all provinces, whatever is filtered. */
export interface MoneyRow {
  unitId: string;
  name: string;
  value: number | null;
  status: Status;
  complete: number | null;
  withMoney: number | null;
  missing: number;
  /** What paper has and the platform has not, in đồng; null where paper has no amount. */
  amountMissing: number | null;
  rankByShare: number | null;
  rankByMissing: number;
}

/** The rows of the money panel in the order asked for: the lowest share, the most missing files or the most missing đồng first. */
export function moneyRows(provinces: readonly ProvinceRow[], order: MoneyOrder): MoneyRow[] {
  const known = provinces.flatMap((province) => province.money.value ?? []);
  const shareRanks = new Map(known.map((value, index) => [value, ranks(known, 'lowest')[index] ?? null]));
  const missingRanks = ranks(
    provinces.map((province) => province.money_files_missing),
    'highest',
  );
  const rows = provinces.map((province, index): MoneyRow => ({
    unitId: province.unit_id,
    name: province.unit_name,
    value: province.money.value,
    status: province.money.status,
    complete: province.money.numerator,
    withMoney: province.money.denominator,
    missing: province.money_files_missing,
    amountMissing: amountMissing(province),
    rankByShare: province.money.value === null ? null : (shareRanks.get(province.money.value) ?? null),
    rankByMissing: missingRanks[index] ?? 1,
  }));
  if (order === 'amount') {
    return rows.sort(
      (one, other) =>
        (other.amountMissing ?? -Infinity) - (one.amountMissing ?? -Infinity) || other.missing - one.missing,
    );
  }
  return rows.sort((one, other) =>
    order === 'missing'
      ? other.missing - one.missing || (one.value ?? 2) - (other.value ?? 2)
      : (one.value ?? 2) - (other.value ?? 2) || other.missing - one.missing,
  );
}

function amountMissing({money_amount: {numerator, denominator}}: ProvinceRow): number | null {
  return numerator === null || denominator === null ? null : denominator - numerator;
}
