/** What people ask in SQL. */

/** A value of a query's result; what a JSON number cannot hold exactly is a text of its digits. */
export type QueryCell =
  string | number | boolean | null | readonly QueryCell[] | {readonly [name: string]: QueryCell};

/** A column of a query's result, its type as DuckDB writes it. */
export interface QueryColumn {
  name: string;
  type: string;
}

/** What `POST /query` found. */
export interface QueryAnswer {
  /** What it could be cancelled by, and is called in the history. */
  id: string;
  night: string;
  version: string;
  demo: boolean;
  columns: QueryColumn[];
  rows: (readonly QueryCell[])[];
  row_count: number;
  /** Whether there was more than what is here, and which limits cut it. */
  truncated: boolean;
  cut_by: ('rows' | 'bytes' | 'cells')[];
  row_limit: number;
  elapsed_ms: number;
  /** The plan of an `EXPLAIN`, as a tree; null of any other query. */
  plan: unknown;
  /** Each column of the whole result in figures; null unless it was asked for. */
  profile: {columns: QueryColumn[]; rows: (readonly QueryCell[])[]} | null;
}

/** What may be written next in a query. */
export interface QuerySuggestion {
  text: string;
  kind: 'keyword' | 'schema' | 'table' | 'column' | 'function' | 'type';
  /** Where in the text it begins, in UTF-16 units as an editor counts. */
  start: number;
  /** What a table or a column means. */
  meaning: string | null;
}

export interface QueryCompletions {
  suggestions: QuerySuggestion[];
}

/** A query that somebody ran, or tried to. */
export interface QueryRun {
  id: string;
  sql: string;
  at: string;
  version: string;
  state: 'running' | 'done' | 'refused' | 'failed';
  rows: number | null;
  elapsed_ms: number | null;
  /** Why it was refused or failed. */
  code: string | null;
}

export interface QueryHistory {
  rows: QueryRun[];
}

/** A parameter that a kept query asks for. */
export interface SavedParameterAnswer {
  name: string;
  kind: 'text' | 'number' | 'date' | 'boolean';
  label?: string | undefined;
}

/** A query that somebody keeps, with one of its texts. */
export interface SavedQueryAnswer {
  id: string;
  owner: string;
  name: string;
  is_shared: boolean;
  created_at: string;
  version: number;
  sql: string;
  parameters: SavedParameterAnswer[];
  saved_at: string;
  saved_by: string;
}

export interface SavedQueriesAnswer {
  rows: SavedQueryAnswer[];
}

/** A kept query with every text it had, the newest first. */
export interface SavedQueryHistory extends SavedQueryAnswer {
  versions: SavedQueryAnswer[];
}
