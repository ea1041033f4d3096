import type {Figure, TrackedFigure} from '../../api/answers.ts';
import {formatCount, formatDay, formatPoints, formatSignedCount} from '../format.ts';
import {words} from '../labels/words.ts';

/** How a figure changed since the night compared with, or what it lacks where no past is told; nothing of no figure. */
export function changeOfFigure(
  {value, numerator, denominator, previous}: Figure & Partial<TrackedFigure>,
  unit: string,
  comparedWith: string | null,
): string {
  if (previous === undefined) {
    return value === null
      ? ''
      : words().countMissing(formatCount((denominator ?? 0) - (numerator ?? 0)), unit);
  }
  if (previous === null || comparedWith === null) return words().noChange;
  if (value === null) return '';
  if (previous.value === null) return words().noFigureThen(formatDay(comparedWith));
  return words().change(
    formatPoints(value - previous.value),
    formatSignedCount((numerator ?? 0) - (previous.numerator ?? 0)),
    unit,
    formatDay(comparedWith),
  );
}
