import type {
  ChangesAnswer,
  MetricCatalogue,
  NightsAnswer,
  StatusAnswer,
  VersionsAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

/** What the pipeline did, and what is being served. */
export async function fetchStatus(signal: AbortSignal): Promise<StatusAnswer> {
  return (await fetchJson('/api/v1/status', signal)) as StatusAnswer;
}

/** What became of the last thirty nights, and what was delivered for them. */
export async function fetchNights(signal: AbortSignal): Promise<NightsAnswer> {
  return (await fetchJson('/api/v1/nights', signal)) as NightsAnswer;
}

/** The versions that are kept. */
export async function fetchVersions(signal: AbortSignal): Promise<VersionsAnswer> {
  return (await fetchJson('/api/v1/versions', signal)) as VersionsAnswer;
}

/** What changed since the night before. */
export async function fetchChanges(asOf: string | null, signal: AbortSignal): Promise<ChangesAnswer> {
  return (await fetchJson(`/api/v1/changes${asOf ? `?as_of=${asOf}` : ''}`, signal)) as ChangesAnswer;
}

/** The catalogue of metrics. */
export async function fetchCatalogue(signal: AbortSignal): Promise<MetricCatalogue> {
  return (await fetchJson('/api/v1/metrics', signal)) as MetricCatalogue;
}

/** Lets a held night out, or goes back to an older version. */
export async function decideVersion(
  version: string,
  decision: 'release' | 'rollback',
  reason: string,
): Promise<VersionsAnswer> {
  const path = `/api/v1/versions/${encodeURIComponent(version)}/${decision}`;
  return (await answerOf(await send('POST', path, {reason}))) as VersionsAnswer;
}
