import type {ProvinceRow} from '../../api/answers.ts';
import type {SortColumn} from '../state.ts';

const vietnamese = new Intl.Collator('vi');

/** The change of a province's rate since the night compared with; null when either is unknown. */
export function changeOf(province: ProvinceRow): number | null {
  const {value, previous} = province.completion;
  return value === null || !previous || previous.value === null ? null : value - previous.value;
}

/** Provinces in the order of a column; equals stay in Vietnamese order, and what has no figure comes last. */
export function sortProvinces(
  provinces: readonly ProvinceRow[],
  {column, descending}: {column: SortColumn; descending: boolean},
): ProvinceRow[] {
  const direction = descending ? -1 : 1;
  const byName = (one: ProvinceRow, other: ProvinceRow) => vietnamese.compare(one.unit_name, other.unit_name);
  if (column === 'name') return [...provinces].sort((one, other) => direction * byName(one, other));
  const valueOf = values[column];
  return [...provinces].sort((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === right) return byName(one, other);
    if (left === null) return 1;
    if (right === null) return -1;
    return direction * (left - right);
  });
}

const values: Record<Exclude<SortColumn, 'name'>, (province: ProvinceRow) => number | null> = {
  required: (province) => province.completion.denominator,
  entered: (province) => province.completion.numerator,
  missing: (province) => province.files_missing,
  rate: (province) => province.completion.value,
  change: changeOf,
};
