import type {OverviewAnswer, Problem} from '../api/answers.ts';
import {words} from './labels/words.ts';

/** An answer the API refused or could not give; its message is a sentence for the reader. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** Everything the first page shows, for a night (the latest unless stated) beside the one compared with. */
export async function fetchOverview(
  {asOf, compare}: {asOf: string | null; compare: string | null},
  signal: AbortSignal,
): Promise<OverviewAnswer> {
  const query = new URLSearchParams();
  if (asOf) query.set('as_of', asOf);
  if (compare) query.set('compare', compare);
  return (await fetchJson(`/api/v1/pages/overview?${query}`, signal)) as OverviewAnswer;
}

/** The address of a metric's figures by province, as a CSV file to keep. */
export function csvOfMetric(metric: string, night: string): string {
  return `/api/v1/metrics/${metric}?level=province&as_of=${night}&format=csv`;
}

/** The address of the files entered by day, as a CSV file to keep. */
export function csvOfEntries(night: string): string {
  return `/api/v1/entries?as_of=${night}&format=csv`;
}

async function fetchJson(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await reach(path, signal);
  if (response.ok) return response.json();
  throw new NoAnswer(await explain(response));
}

async function reach(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {signal, headers: {accept: 'application/json'}});
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new NoAnswer(words().unreachable, {cause});
  }
}

async function explain(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) {
    return words().serverFailed(response.status);
  }
  const problem = (await response.json()) as Problem;
  return words().problems[problem.code] ?? problem.detail;
}
