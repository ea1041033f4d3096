import type {MetricSummary} from '../../api/answers.ts';
import {formatCount, formatLimit, formatRate} from '../format.ts';

/** The metric of an id; none while the catalogue is unknown to the reader. */
export const metricCalled = (metrics: readonly MetricSummary[], id: string): MetricSummary | undefined =>
  metrics.find((metric) => metric.id === id);

/** A value as its metric is written: 99,56% or 1.204. */
export const formatValueOf = (metric: Pick<MetricSummary, 'unit'> | undefined, value: number): string =>
  metric?.unit === 'count' ? formatCount(value) : formatRate(value);

/** A threshold as its metric is written: 5% or 100. */
export const formatLimitOf = (metric: Pick<MetricSummary, 'unit'> | undefined, value: number): string =>
  metric?.unit === 'count' ? formatCount(value) : formatLimit(value);

/** What somebody wrote as a threshold, in the metric's own unit; null when it is no number. */
export function thresholdIn(text: string, unit: MetricSummary['unit']): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(written)) return null;
  const number = Number(written);
  // Fractions of 1 as people write percentages: 92.5 is 0.925, without what dividing leaves behind.
  return unit === 'ratio' ? Number((number / 100).toFixed(6)) : number;
}
