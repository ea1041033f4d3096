import type {PaperFormat, PapersAnswer} from '../api/answers.ts';
import {fetchJson, refusalIn, send} from './client.ts';

/** The papers the reader may have, and what can be chosen for them. */
export const fetchPapers = async (signal: AbortSignal): Promise<PapersAnswer> =>
  (await fetchJson('/api/v1/papers', signal)) as PapersAnswer;

/** What a paper is asked about; what is null or undefined is left out. */
export type PaperQuestion = Readonly<Record<string, string | number | null | undefined>>;

/** The address of a paper in a format. */
export function addressOfPaper(paper: string, asked: PaperQuestion, format: PaperFormat): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  query.set('format', format);
  return `/api/v1/papers/${paper}?${query}`;
}

/** A paper and the name of its file; a refusal, such as of a letter that lacks a figure, is a sentence for the reader. */
export async function fetchPaper(
  address: string,
  signal: AbortSignal,
): Promise<{name: string; content: Blob}> {
  const response = await send('GET', address, undefined, signal);
  if (!response.ok) throw await refusalIn(response);
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return {name: name ?? 'van-ban', content: await response.blob()};
}
