import type {Figure, Pillar, UnitBelow} from '../../api/answers.ts';

export const qualityColumns = ['score', 'correct', 'complete', 'clean', 'current'] as const;
export type QualityColumn = (typeof qualityColumns)[number];

export const pillarsInOrder = [
  'correct',
  'complete',
  'clean',
  'current',
] as const satisfies readonly Pillar[];

/** A unit's value in a column of the quality table. */
export const qualityOf = ({figures}: Pick<UnitBelow, 'figures'>, column: QualityColumn): number | null =>
  figures[`quality_${column}`].value;

/** Units in the order of a column, lowest first unless `-` is before it; what has no score comes last. */
export function sortByQuality(units: readonly UnitBelow[], order: string): UnitBelow[] {
  const column = qualityColumns.find((one) => one === order.replace(/^-/, '')) ?? 'score';
  const direction = order.startsWith('-') ? -1 : 1;
  return units.toSorted((one, other) => {
    const [left, right] = [qualityOf(one, column), qualityOf(other, column)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return direction * (left - right);
  });
}

/** How far a score is from whole, 0 (98% or more) to 3 (under 90%). */
export const qualityStep = (value: number): 0 | 1 | 2 | 3 =>
  value >= 0.98 ? 0 : value >= 0.95 ? 1 : value >= 0.9 ? 2 : 3;

/** The pillar in which a unit is lowest; null without any score. */
export function weakestPillar({
  figures,
}: {
  figures: Readonly<Record<`quality_${Pillar}`, Figure>>;
}): {pillar: Pillar; value: number} | null {
  const known = pillarsInOrder.flatMap((pillar) => {
    const {value} = figures[`quality_${pillar}`];
    return value === null ? [] : [{pillar, value}];
  });
  return known.toSorted((one, other) => one.value - other.value)[0] ?? null;
}
