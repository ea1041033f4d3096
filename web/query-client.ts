import type {
  DictionaryAnswer,
  QueryAnswer,
  QueryCompletions,
  QueryHistory,
  SavedParameterAnswer,
  SavedQueriesAnswer,
  SavedQueryAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, refusalIn, send} from './client.ts';
import type {Result} from './workbench/result.ts';
import {resultOfAnswer} from './workbench/result.ts';

/** A value for a parameter of a query. */
export type ParameterValue = string | number | boolean | null;

/** A query as it is asked. */
export interface Question {
  /** What it is cancelled by. */
  id: string;
  sql: string;
  params: Readonly<Record<string, ParameterValue>>;
  limit: number;
  asOf: string | null;
}

/** Up to so many rows come as JSON; more come as Arrow, which takes less room. */
const mostAsJson = 10_000;

/** Runs a query for the screen. */
export async function runQuery(question: Question, signal: AbortSignal): Promise<Result> {
  if (question.limit <= mostAsJson) return resultOfAnswer(await askQuery(question, {}, signal));
  const began = performance.now();
  const response = await sendQuery(question, 'arrow', {}, signal);
  const elapsedMs = Math.round(performance.now() - began);
  const [{resultOfArrow}, bytes] = await Promise.all([
    import('./workbench/arrow-result.ts'),
    response.arrayBuffer(),
  ]);
  const cutBy = response.headers.get('x-thads-truncated')?.split(', ') ?? [];
  return resultOfArrow(new Uint8Array(bytes), {
    cutBy: cutBy as Result['cutBy'],
    rowLimit: question.limit,
    elapsedMs,
    night: response.headers.get('x-thads-night') ?? '',
    version: response.headers.get('x-thads-version') ?? '',
  });
}

/** Asks a query and gives back all that is told of it: its profile too, or its plan. */
export async function askQuery(
  question: Question,
  more: {profile?: boolean},
  signal: AbortSignal,
): Promise<QueryAnswer> {
  return (await answerOf(await sendQuery(question, 'json', more, signal))) as QueryAnswer;
}

/** A query's result as a file to keep. */
export async function fileOfQuery(
  question: Question,
  format: 'csv' | 'xlsx' | 'parquet',
  signal: AbortSignal,
): Promise<Blob> {
  return (await sendQuery(question, format, {}, signal)).blob();
}

async function sendQuery(
  {id, sql, params, limit, asOf}: Question,
  format: string,
  more: {profile?: boolean},
  signal: AbortSignal,
): Promise<Response> {
  const body = {id, sql, params, limit, ...(asOf === null ? {} : {as_of: asOf}), ...more};
  const response = await send('POST', `/api/v1/query?format=${format}`, body, signal);
  if (!response.ok) throw await refusalIn(response);
  return response;
}

/** Stops a query of one's own; one that has ended already is no error. */
export async function cancelQuery(id: string): Promise<void> {
  const response = await send('DELETE', `/api/v1/query/${id}`);
  if (!response.ok && response.status !== 404) throw await refusalIn(response);
}

/** An address has to stay below what the server reads of one. */
const longestAddress = 6000;

/** What may be written next; nothing of a text that is too long to ask about. */
export async function completeQuery(
  before: string,
  signal: AbortSignal,
): Promise<QueryCompletions['suggestions']> {
  const asked = encodeURIComponent(before);
  if (asked.length > longestAddress) return [];
  return ((await fetchJson(`/api/v1/query/complete?sql=${asked}`, signal)) as QueryCompletions).suggestions;
}

/** The queries of one's own that were run, the newest first. */
export async function fetchHistory(signal: AbortSignal): Promise<QueryHistory['rows']> {
  return ((await fetchJson('/api/v1/query/history', signal)) as QueryHistory).rows;
}

/** The queries that one keeps, and those that others share. */
export async function fetchSavedQueries(signal: AbortSignal): Promise<SavedQueryAnswer[]> {
  return ((await fetchJson('/api/v1/queries', signal)) as SavedQueriesAnswer).rows;
}

/** A query that somebody keeps. */
export async function fetchSavedQuery(id: string, signal?: AbortSignal): Promise<SavedQueryAnswer> {
  return (await fetchJson(
    `/api/v1/queries/${encodeURIComponent(id)}`,
    signal ?? new AbortController().signal,
  )) as SavedQueryAnswer;
}

/** What a query is kept as. */
export interface QueryToSave {
  name: string;
  sql: string;
  parameters: SavedParameterAnswer[];
  is_shared: boolean;
}

/** Keeps a query. */
export async function saveQuery(query: QueryToSave): Promise<SavedQueryAnswer> {
  return (await answerOf(await send('POST', '/api/v1/queries', query))) as SavedQueryAnswer;
}

/** Keeps a new text of a query of one's own; `version` is the text that was seen. */
export async function changeQuery(
  id: string,
  change: Partial<QueryToSave> & {version: number},
): Promise<SavedQueryAnswer> {
  return (await answerOf(await send('PATCH', `/api/v1/queries/${id}`, change))) as SavedQueryAnswer;
}

/** Takes a query of one's own off the list. */
export async function deleteQuery(id: string): Promise<void> {
  const response = await send('DELETE', `/api/v1/queries/${id}`);
  if (!response.ok) throw await refusalIn(response);
}

/** Every table and column there is, with what it means. */
export async function fetchDictionary(signal: AbortSignal): Promise<DictionaryAnswer> {
  return (await fetchJson('/api/v1/dictionary', signal)) as DictionaryAnswer;
}
