import type {SavedParameterAnswer} from '../../api/answers.ts';
import type {ParameterValue} from '../query-client.ts';

export const parameterKinds = ['text', 'number', 'date', 'boolean'] as const;
export type ParameterKind = SavedParameterAnswer['kind'];

/** A parameter of a query as its field has it. */
export interface ParameterField {
  name: string;
  kind: ParameterKind;
  /** As it was typed; of `boolean` `true` or `false`. */
  typed: string;
}

/** A field for each name, those that were there before as they were. */
export const fieldsFor = (names: readonly string[], before: readonly ParameterField[]): ParameterField[] =>
  names.map((name) => before.find((field) => field.name === name) ?? {name, kind: 'text', typed: ''});

/** What a field holds as its kind has it; undefined when what was typed is no number. A comma is a decimal comma. */
export function valueOfField({kind, typed}: ParameterField): ParameterValue | undefined {
  if (kind === 'boolean') return typed === 'true';
  if (kind !== 'number') return typed;
  const number = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** Fields as a link has them. */
export const printFields = (fields: readonly ParameterField[]): string | null =>
  fields.length === 0
    ? null
    : JSON.stringify(Object.fromEntries(fields.map(({name, kind, typed}) => [name, [kind, typed]])));

/** The fields of a link; what cannot be read of it is left out. */
export function parseFields(text: string | undefined): ParameterField[] {
  if (text === undefined) return [];
  try {
    return Object.entries(JSON.parse(text) as Record<string, unknown>).flatMap(([name, field]) => {
      const [kind, typed] = Array.isArray(field) ? (field as unknown[]) : [];
      const known = parameterKinds.find((one) => one === kind);
      return known && typeof typed === 'string' ? [{name, kind: known, typed}] : [];
    });
  } catch {
    return [];
  }
}
