import type {DictionaryRow, Language} from '../../api/answers.ts';
import {foldText} from '../findings/search.ts';

/** A table or view, and its columns with what they mean. */
export interface KnownTable {
  model: string;
  /** What one row of it is; in English in a version of before tables had a meaning in Vietnamese. */
  meaning: string;
  columns: readonly {name: string; type: string; meaning: string}[];
}

/** Tables by their schema. */
export interface KnownSchema {
  name: string;
  tables: readonly KnownTable[];
}

/** The schemas that people may ask, in the order in which data become figures. */
export const askedSchemas = [
  'marts',
  'metrics',
  'defects',
  'petition_defects',
  'signals',
  'forms',
  'history',
  'reference',
  'meta',
];

/** The tables that people may ask, schema by schema. */
export function schemasOf(rows: readonly DictionaryRow[], language: Language): KnownSchema[] {
  const tables = Map.groupBy(rows, ({model}) => model);
  const known = [...tables].map(([model, columns]) => ({
    model,
    meaning: meaningOf(columns[0], language),
    columns: columns.map(({column, type, meaning_vi, meaning_en}) => ({
      name: column,
      type,
      meaning: (language === 'vi' ? meaning_vi : meaning_en) ?? '',
    })),
  }));
  return askedSchemas.flatMap((name) => {
    const own = known.filter(({model}) => model.startsWith(`${name}.`));
    return own.length === 0 ? [] : [{name, tables: own}];
  });
}

function meaningOf(row: DictionaryRow | undefined, language: Language): string {
  const {model_meaning_vi = null, model_meaning = null} = row ?? {};
  return (language === 'vi' ? (model_meaning_vi ?? model_meaning) : model_meaning) ?? '';
}

/** What of the schemas fits a few letters, written with accents or without: by a table's name or meaning, or a column's. */
export function searchSchemas(schemas: readonly KnownSchema[], sought: string): KnownSchema[] {
  const wanted = foldText(sought.trim());
  if (wanted === '') return [...schemas];
  const fits = (...texts: string[]) => texts.some((text) => foldText(text).includes(wanted));
  return schemas.flatMap(({name, tables}) => {
    const found = tables.flatMap((table) => {
      if (fits(table.model, table.meaning)) return [table];
      const columns = table.columns.filter((column) => fits(column.name, column.meaning));
      return columns.length === 0 ? [] : [{...table, columns}];
    });
    return found.length === 0 ? [] : [{name, tables: found}];
  });
}
