import type {AskedPaper, OfferedPaper, PaperWorld} from '../papers/offered.ts';
import type {Agency, PaperTable, Stamp} from '../papers/paper.ts';
import type {Role} from '../roles.ts';

/**
 * The names that the template of a letter may use, each with what it means to whoever writes it. They are Vietnamese
 * without accents, like the names of the deliveries: people who are no programmers type them.
 */
export interface Vocabulary {
  /** Written with `{{ … }}`. */
  values: Readonly<Record<string, string>>;
  /** True or not, asked for with `{% if … %}`. */
  conditions: Readonly<Record<string, string>>;
  /** Put in with `{% bang … %}`. */
  tables: Readonly<Record<string, string>>;
}

/** What stands in place of a value that is not there: a letter that names it is not written. */
export class Missing {
  /** Why, and what to do. */
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** A value as the letter has it, or whether a condition is so. */
export type Told = string | boolean | Missing;

/** What a letter is made of tonight, all of it from the API's own answers. */
export interface LetterFacts<Words extends Vocabulary = Vocabulary> {
  /** What its file is called, without extension. */
  name: string;
  agency: Agency;
  stamp: Stamp;
  values: Readonly<Record<keyof Words['values'] | keyof Words['conditions'], Told>>;
  tables: Readonly<Record<keyof Words['tables'], Omit<PaperTable, 'block'> | Missing>>;
}

/** What a letter may be asked about. */
export type AskedLetter = Pick<AskedPaper, 'unit' | 'campaign'>;

/** A letter that is drafted from a template. */
export interface Letter extends Pick<OfferedPaper, 'purpose' | 'name' | 'follows' | 'reads' | 'takes'> {
  /** Who may change its template. */
  editors: readonly Role[];
  vocabulary: Vocabulary;
  /** What it says tonight, of a version and of an asker who may have it. */
  read(this: void, asked: AskedLetter, world: PaperWorld): Promise<LetterFacts>;
}
