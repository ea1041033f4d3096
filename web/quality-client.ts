import type {SignalsAnswer} from '../api/answers.ts';
import {fetchJson} from './client.ts';

/** About which unit signs are asked, and for the units of which level. */
export interface AskedSignals {
  unit: string | null;
  level: string;
  asOf: string | null;
}

/** The signs of entry for form's sake, with a few examples of each. */
export async function fetchSignals(asked: AskedSignals, signal: AbortSignal): Promise<SignalsAnswer> {
  return (await fetchJson(addressOfSignals(asked), signal)) as SignalsAnswer;
}

/** The address of the counts of signs as a file. */
export const fileOfSignals = (asked: AskedSignals, format: 'csv' | 'xlsx'): string =>
  `${addressOfSignals(asked)}&format=${format}`;

/** The address of the signs. */
export function addressOfSignals({unit, level, asOf}: AskedSignals): string {
  const query = new URLSearchParams({level});
  if (unit !== null) query.set('unit', unit);
  if (asOf !== null) query.set('as_of', asOf);
  return `/api/v1/quality/signals?${query}`;
}
