import type {DefinitionAnswer, LineageAnswer, MetricAnswer, MetricRow} from '../api/answers.ts';
import {fetchJson} from './client.ts';

/** How a metric is counted, in SQL. */
export async function fetchDefinition(metric: string, signal: AbortSignal): Promise<DefinitionAnswer> {
  return (await fetchJson(`/api/v1/metrics/${metric}/definition`, signal)) as DefinitionAnswer;
}

/** Which model reads which. */
export async function fetchLineage(signal: AbortSignal): Promise<LineageAnswer> {
  return (await fetchJson('/api/v1/lineage', signal)) as LineageAnswer;
}

/** A metric of the nation, or of the reader's own province; null when there is none. */
export async function fetchValue(
  metric: string,
  {province, asOf}: {province: string | null; asOf: string | null},
  signal: AbortSignal,
): Promise<MetricRow | null> {
  const query = new URLSearchParams(province === null ? {level: 'nation'} : {unit: province});
  if (asOf) query.set('as_of', asOf);
  const {rows} = (await fetchJson(`/api/v1/metrics/${metric}?${query}`, signal)) as MetricAnswer;
  return rows[0] ?? null;
}
