import {department} from '../papers/paper.ts';
import {paperOf} from './letter-text.ts';
import type {LetterFacts, Vocabulary} from './letter.ts';
import {readTemplate} from './template.ts';

/** Refuses a template that no night could make a letter of: it is written once with every condition true, once with none. */
export function mustMakeLetters(text: string, vocabulary: Vocabulary): void {
  const template = readTemplate(text, vocabulary);
  for (const isTrue of [true, false]) {
    const facts = standIns(vocabulary, isTrue);
    paperOf(template.write(facts), facts);
  }
}

const standIns = ({values, conditions, tables}: Vocabulary, isTrue: boolean): LetterFacts => ({
  name: 'thu',
  agency: department,
  stamp: {night: '2026-01-01', version: '', demo: true},
  values: {...each(values, 'x'), ...each(conditions, isTrue)},
  tables: each(tables, {columns: [], rows: []}),
});

const each = <T>(names: Readonly<Record<string, string>>, value: T): Record<string, T> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, value]));
