import type {SeenCases} from '../state/looks.ts';
import type {QueryResult} from './query-process.ts';
import {rowsOfResult} from './result-rows.ts';

/** The case files a result names, by its column `case_id`; none when it has no such column, or gave it another name. */
export function seenCasesOf(result: Pick<QueryResult, 'columns' | 'pieces'>): SeenCases {
  const place = result.columns.findIndex(({name}) => name === 'case_id');
  if (place < 0) return undefined;
  const cases: string[] = [];
  for (const rows of rowsOfResult(result)) {
    for (const row of rows) {
      const value = row[place];
      if (typeof value === 'string') cases.push(value);
    }
  }
  return cases;
}
