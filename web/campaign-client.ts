import type {
  ComparisonAnswer,
  ExplanationAnswer,
  FreezeAnswer,
  FrozenRankingAnswer,
  ObjectionAnswer,
  RankingAnswer,
  RankingPageAnswer,
  WhatIfAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

/** The campaign that the pages are about. */
const campaign = '/api/v1/campaigns/nen-tang-so-2026';

/** Which ranking is asked for. */
export interface AskedRanking {
  kind: RankingAnswer['kind'];
  asOf: string | null;
}

/** Everything the page of a ranking shows, with what the board and provinces do to it. */
export async function fetchRankingPage(
  asked: AskedRanking,
  signal: AbortSignal,
  limit?: number,
): Promise<RankingPageAnswer> {
  const query = queryOf(asked, limit === undefined ? {} : {limit: String(limit)});
  return (await fetchJson(`${campaign}/page?${query}`, signal)) as RankingPageAnswer;
}

/** The ranking as a file to keep. */
export const rankingFile = (asked: AskedRanking, format: 'csv' | 'xlsx'): string =>
  `${campaign}/ranking?${queryOf(asked)}&format=${format}`;

/** Why a candidate stands where it stands. */
export async function fetchExplanation(
  asked: AskedRanking,
  candidate: string,
  signal: AbortSignal,
): Promise<ExplanationAnswer> {
  const query = queryOf(asked, {candidate});
  return (await fetchJson(`${campaign}/explanation?${query}`, signal)) as ExplanationAnswer;
}

/** Which of two is before the other, and by which key. */
export async function fetchComparison(
  asked: AskedRanking,
  pair: {first: string; second: string},
  signal: AbortSignal,
): Promise<ComparisonAnswer> {
  return (await fetchJson(`${campaign}/comparison?${queryOf(asked, pair)}`, signal)) as ComparisonAnswer;
}

/** The ranking under other thresholds, beside the one on record. */
export async function fetchWhatIf(
  asked: AskedRanking,
  tried: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<WhatIfAnswer> {
  return (await fetchJson(`${campaign}/what-if?${queryOf(asked, tried)}`, signal)) as WhatIfAnswer;
}

/** A trial as a file to keep. */
export const whatIfFile = (
  asked: AskedRanking,
  tried: Readonly<Record<string, string>>,
  format: 'csv' | 'xlsx',
): string => `${campaign}/what-if?${queryOf(asked, tried)}&format=${format}`;

/** A frozen ranking with tonight's ranks beside it. */
export async function fetchFrozenRanking(
  freeze: number,
  kind: RankingAnswer['kind'],
  signal: AbortSignal,
): Promise<FrozenRankingAnswer> {
  return (await fetchJson(`${campaign}/freezes/${freeze}?kind=${kind}`, signal)) as FrozenRankingAnswer;
}

/** A frozen ranking as a file to keep. */
export const frozenRankingFile = (
  freeze: number,
  kind: RankingAnswer['kind'],
  format: 'csv' | 'xlsx',
): string => `${campaign}/freezes/${freeze}?kind=${kind}&format=${format}`;

/** Proposes to freeze the ranking of the closing night. */
export async function proposeFreeze(reason: string): Promise<FreezeAnswer> {
  return (await answerOf(await send('POST', `${campaign}/freezes`, {reason}))) as FreezeAnswer;
}

/** Approves the freeze of exactly the rows whose hash was seen, or turns it down. */
export async function decideFreeze(
  {id, hash}: Pick<FreezeAnswer, 'id' | 'hash'>,
  outcome: 'approved' | 'rejected',
  reason: string,
): Promise<FreezeAnswer> {
  const path = `${campaign}/freezes/${id}/decision`;
  return (await answerOf(await send('POST', path, {outcome, hash, reason}))) as FreezeAnswer;
}

/** Files an objection, with a file in base64 when there is one. */
export async function fileObjection(
  objection: Pick<ObjectionAnswer, 'kind' | 'candidate' | 'text' | 'evidence'> & {
    attachment?: {name: string; content: string};
  },
): Promise<ObjectionAnswer> {
  return (await answerOf(await send('POST', `${campaign}/objections`, objection))) as ObjectionAnswer;
}

/** The file that came with an objection, to be saved. */
export const objectionAttachment = (id: number): string => `${campaign}/objections/${id}/attachment`;

/** Accepts an objection or turns it down. */
export async function decideObjection(
  id: number,
  outcome: 'accepted' | 'rejected',
  reason: string,
): Promise<ObjectionAnswer> {
  const path = `${campaign}/objections/${id}/decision`;
  return (await answerOf(await send('POST', path, {outcome, reason}))) as ObjectionAnswer;
}

function queryOf({kind, asOf}: AskedRanking, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({kind, ...more});
  if (asOf !== null) query.set('as_of', asOf);
  return query.toString();
}
