import {signals, type SignalId} from '../../../warehouse/defects.ts';
import type {DuckDBValue} from '@duckdb/node-api';
import type {OpenVersion} from '../../open-version.ts';
import type {SignalDays} from '../../page-schemas.ts';

/** The days on which signals of entry for form's sake were found; null where the night keeps none. */
export async function readSignalDays(
  version: OpenVersion,
  query: 'signal_days_of_unit' | 'signal_days_of_officer',
  params: Record<string, DuckDBValue>,
): Promise<SignalDays[] | null> {
  if (!version.has('marts.signals')) return null;
  const rows = await version.rows<{signal: SignalId; day: string; occurrences: number}>(query, params);
  return (Object.keys(signals) as SignalId[])
    .map((signal) => ({
      signal,
      label: signals[signal].label,
      counted: signals[signal].counted,
      days: rows.filter((row) => row.signal === signal).map(({day, occurrences}) => ({day, occurrences})),
    }))
    .filter(({days}) => days.length > 0);
}
