import type {LetterTemplateAnswer, NewLetterTemplate} from '../api/answers.ts';
import {answerOf, fetchJson, refusalIn, send} from './client.ts';

/** What the values of a letter are asked about. */
export interface LetterAsked {
  unit: string | null;
  campaign: string | null;
}

/** The template of a letter, with what it may name and what each is tonight. */
export const fetchTemplate = async (
  letter: string,
  asked: LetterAsked,
  signal: AbortSignal,
): Promise<LetterTemplateAnswer> =>
  (await fetchJson(addressOf(letter, 'template', asked), signal)) as LetterTemplateAnswer;

/** Puts another template in force; `text: null` goes back to the one that comes with the program. */
export const changeTemplate = async (
  letter: string,
  asked: LetterAsked,
  change: NewLetterTemplate,
): Promise<LetterTemplateAnswer> =>
  (await answerOf(await send('PUT', addressOf(letter, 'template', asked), change))) as LetterTemplateAnswer;

/** The letter that a template would make tonight, as a page. */
export async function previewLetter(letter: string, asked: LetterAsked, text: string): Promise<string> {
  const response = await send('POST', addressOf(letter, 'preview', asked), {text});
  if (!response.ok) throw await refusalIn(response);
  return response.text();
}

function addressOf(letter: string, what: 'template' | 'preview', asked: LetterAsked): string {
  const given = Object.entries(asked).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  );
  return `/api/v1/letters/${letter}/${what}?${new URLSearchParams(given)}`;
}
