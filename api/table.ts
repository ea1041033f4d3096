/**
 * What a column holds. A ratio is a fraction of 1 that people read as a percentage; a date is `YYYY-MM-DD`, a moment
 * that day, `T` or a space, and the time on the clocks of Vietnam.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'ratio' | 'boolean' | 'date' | 'moment';
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** What a reader sees above a column, and what it means where `sql/dictionary.sql` has no such name. */
export interface ColumnWords {
  heading: string;
  meaning?: string;
}

/**
 * Rows of named columns; types are declared, because guessing them from values would turn counts into fractions.
 * Rows that are too many to hold come in batches, read as they are asked for.
 */
export interface Table {
  columns: Readonly<Record<string, ColumnType>>;
  rows: readonly Row[] | AsyncIterable<readonly Row[]>;
  /** What a reader sees above a column whose name a person chose, which may be anything. */
  headings?: Readonly<Record<string, string>>;
  /** How many letters wide each column is, where a long text is to go on in further lines; by what it holds if absent. */
  widths?: Readonly<Record<string, number>>;
  /** The words of columns that only this table has. */
  words?: Readonly<Record<string, ColumnWords>>;
}

/** What a file of rows says of itself to the person who opens it. */
export interface About {
  title: string;
  /** How what it shows is counted. */
  meaning: string | undefined;
  night: string;
  version: string;
  demo: boolean;
  /** What was asked for, as it was written in the address; absent where nothing can be left out. */
  filters?: Readonly<Record<string, string>>;
  /** The question in SQL, where somebody asked one. */
  sql?: string;
  /** What names of columns mean, by the dictionary of the version. */
  meanings?: ReadonlyMap<string, string>;
}

/** What stands on everything made of made-up data. */
export const madeUp = 'Số liệu minh họa, không phải số liệu thật';

/** The rows of a table, batch by batch. */
export async function* batchesOf({rows}: Table): AsyncGenerator<readonly Row[]> {
  if (Symbol.asyncIterator in rows) yield* rows;
  else yield rows;
}

/** The table with a last column that says its data are made up. */
export const markedAsDemo = (table: Table): Table => ({
  ...table,
  columns: {...table.columns, data_note: 'text'},
  rows: withNote(table),
});

async function* withNote(table: Table): AsyncGenerator<readonly Row[]> {
  for await (const rows of batchesOf(table)) yield rows.map((row) => ({...row, data_note: madeUp}));
}
