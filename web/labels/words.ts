import type {Language} from '../../api/answers.ts';
import {en} from './en.ts';
import {vi} from './vi.ts';

/** The words of the page's own parts. A language that lacks one does not compile. */
export type Words = typeof vi;

const languages: Record<Language, Words> = {vi, en};
let spoken: Language = 'vi';

/** The language the page speaks now. */
export function language(): Language {
  return spoken;
}

/** Makes the page speak a language from its next drawing on. */
export function speak(next: Language): void {
  spoken = next;
}

/** The words in the language spoken now; ask in `render`, so that they follow it. */
export function words(): Words {
  return languages[spoken];
}

/** Words of a page that come with its code, in the language spoken when they are asked for. */
export const inLanguages =
  <PageWords>(all: Readonly<Record<Language, PageWords>>): (() => PageWords) =>
  () =>
    all[spoken];
