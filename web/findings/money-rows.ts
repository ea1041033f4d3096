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
  rankByShare: number | null;
  rankByMissing: number;
}

/** The rows of the money panel in the order asked for: the lowest share first, or the most missing files first. */
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
    rankByShare: province.money.value === null ? null : (shareRanks.get(province.money.value) ?? null),
    rankByMissing: missingRanks[index] ?? 1,
  }));
  return rows.sort((one, other) =>
    order === 'missing'
      ? other.missing - one.missing || (one.value ?? 2) - (other.value ?? 2)
      : (one.value ?? 2) - (other.value ?? 2) || other.missing - one.missing,
  );
}
