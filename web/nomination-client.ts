import type {
  AwardsPageAnswer,
  ChangedNominationAnswer,
  NominationShown,
  SizesAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

const campaign = '/api/v1/campaigns/nen-tang-so-2026';

/** Everything the page about whom to award shows; of the nomination that is named, its steps too. */
export async function fetchAwardsPage(
  nomination: string | undefined,
  signal: AbortSignal,
): Promise<AwardsPageAnswer> {
  const query = nomination === undefined ? '' : `?${new URLSearchParams({nomination})}`;
  return (await fetchJson(`${campaign}/awards${query}`, signal)) as AwardsPageAnswer;
}

/** The nominations, or the quotas, as a file to keep. */
export const nominationsFile = (format: 'csv' | 'xlsx') => `${campaign}/nominations?format=${format}`;
export const quotasFile = (format: 'csv' | 'xlsx') => `${campaign}/quotas?format=${format}`;

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
