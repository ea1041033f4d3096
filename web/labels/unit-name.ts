import {words} from './words.ts';

/** What the data call the whole country; every other unit has its own name in every language. */
const nation = 'Toàn quốc';

/** The name of a unit in the language read. */
export const unitNameShown = (name: string): string => (name === nation ? words().scope : name);
