import type {
  ChangedNominationAnswer,
  NominationAnswer,
  NominationShown,
  NominationsAnswer,
  QuotasAnswer,
  SizesAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

const campaign = '/api/v1/campaigns/nen-tang-so-2026';

/** Every nomination that the reader may see. */
export async function fetchNominations(signal: AbortSignal): Promise<NominationsAnswer> {
  return (await fetchJson(`${campaign}/nominations`, signal)) as NominationsAnswer;
}

/** The nominations, or the quotas, as a workbook. */
export const nominationsFile = `${campaign}/nominations?format=xlsx`;
export const quotasFile = `${campaign}/quotas?format=xlsx`;

/** One nomination with every step that was taken. */
export async function fetchNomination(id: string, signal: AbortSignal): Promise<NominationAnswer> {
  return (await fetchJson(addressOf(id), signal)) as NominationAnswer;
}

/** How many may be proposed, and how many places are taken. */
export async function fetchQuotas(signal: AbortSignal): Promise<QuotasAnswer> {
  return (await fetchJson(`${campaign}/quotas`, signal)) as QuotasAnswer;
}

/** What the board corrected of the provinces' sizes, the oldest first. */
export async function fetchSizes(signal: AbortSignal): Promise<SizesAnswer['rows']> {
  return ((await fetchJson(`${campaign}/sizes`, signal)) as SizesAnswer).rows;
}

/** The size of a province after a paper of a day; `revision` is the last correction its author has seen. */
export interface SizeFound extends Pick<SizesAnswer['rows'][number], 'basis' | 'source' | 'source_on'> {
  province: string;
  size: number;
  revision: number;
}

/** Puts the size of a province right. */
export async function correctSize(found: SizeFound): Promise<void> {
  await answerOf(await send('POST', `${campaign}/sizes`, found));
}

/** A nomination as it was seen: whoever changes it says which revision that was. */
type Seen = Pick<NominationShown, 'id' | 'revision'>;

/** Puts a nomination on the shortlist, or takes it off. */
export const shortlist = ({id, revision}: Seen, isShortlisted: boolean, reason: string) =>
  changed(send('PUT', `${addressOf(id)}/shortlist`, {is_shortlisted: isShortlisted, reason, revision}));

/** Decides on a nomination of the shortlist. */
export const decideNomination = ({id, revision}: Seen, outcome: 'awarded' | 'not_awarded', reason: string) =>
  changed(send('POST', `${addressOf(id)}/decision`, {outcome, reason, revision}));

/** What was found out about a matter that may be pending, by which paper of which day. */
export interface FoundOut {
  answer: 'yes' | 'no' | 'unknown';
  source: string;
  source_on: string;
}

/** Writes down what was found out about a nominee. */
export const answerMatter = ({id, revision}: Seen, matter: string, found: FoundOut) =>
  changed(send('PUT', `${addressOf(id)}/pending/${matter}`, {...found, revision}));

const addressOf = (id: string) => `${campaign}/nominations/${encodeURIComponent(id)}`;

const changed = async (response: Promise<Response>) =>
  (await answerOf(await response)) as ChangedNominationAnswer;
