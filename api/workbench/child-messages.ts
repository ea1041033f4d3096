import type {QueryLimits} from './limits.ts';
import type {Trouble} from './refused-query.ts';

/** A value of a parameter, as JSON has it. */
export type ParameterValue = string | number | boolean | null | readonly (string | number | boolean | null)[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** What the child process is told; a query is checked first and run when its parent says so. */
export type ToChild =
  | {check: {sql: string}}
  | {run: {params: Parameters; rows: number; profile: boolean; limits: QueryLimits}}
  | {interrupt: true};

/** A column of an answer, its type as DuckDB writes it. */
export interface ResultColumn {
  name: string;
  type: string;
}

/** By which limits an answer was cut. */
export type CutBy = 'rows' | 'bytes' | 'cells';

/** What the child process says; `ready` once, then of its one query. */
export type FromChild =
  | {ready: true}
  | {allowed: {parameters: readonly string[]; explains: boolean}}
  | {columns: readonly ResultColumn[]}
  /** Rows as JSON arrays one after another, with commas between them. */
  | {rows: string; count: number}
  | {profile: ResultPart}
  | {plan: unknown}
  | {done: {cutBy: readonly CutBy[]; milliseconds: number}}
  | {trouble: Trouble}
  | {failed: string};

/** Rows that come whole. */
export interface ResultPart {
  columns: readonly ResultColumn[];
  rows: string;
}
