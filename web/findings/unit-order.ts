import type {UnitBelow} from '../../api/answers.ts';
import {plainOfficeName} from './office-name.ts';

export const unitColumns = [
  'name',
  'required',
  'missing',
  'completion',
  'change',
  'money',
  'quality',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

const vietnamese = new Intl.Collator('vi', {numeric: true});

/** The change of a unit's completion since the night compared with; null when either is unknown. */
export function completionChange({figures, completion_before}: UnitBelow): number | null {
  const {value} = figures.completion_rate;
  return value === null || completion_before === null ? null : value - completion_before;
}

/** Units in the order of a column, `-` before it for the highest first; equals by name, what has no figure last. */
export function sortUnits(units: readonly UnitBelow[], order: string): UnitBelow[] {
  const column = unitColumns.find((one) => one === order.replace(/^-/, '')) ?? 'missing';
  const direction = order.startsWith('-') ? -1 : 1;
  const byName = (one: UnitBelow, other: UnitBelow) =>
    vietnamese.compare(plainOfficeName(one.unit_name), plainOfficeName(other.unit_name));
  if (column === 'name') return [...units].sort((one, other) => direction * byName(one, other));
  const valueOf = values[column];
  return [...units].sort((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === right) return byName(one, other);
    if (left === null) return 1;
    if (right === null) return -1;
    return direction * (left - right);
  });
}

const values: Record<Exclude<UnitColumn, 'name'>, (unit: UnitBelow) => number | null> = {
  required: ({figures}) => figures.completion_rate.denominator,
  missing: ({files_missing}) => files_missing,
  completion: ({figures}) => figures.completion_rate.value,
  change: completionChange,
  money: ({figures}) => figures.money_coverage.value,
  quality: ({figures}) => figures.quality_score.value,
};
