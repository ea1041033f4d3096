import {ApiError} from '../errors.ts';
import {placeOf} from './query-text.ts';
import {RefusedQuery} from './refused-query.ts';

/** What is wrong with a query, as an answer; undefined when it is not the query's doing. */
export function problemOfQuery(error: unknown, sql: string): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (!(error instanceof RefusedQuery)) return undefined;
  const {code, sentence, byte, candidates} = error.trouble;
  return new ApiError(code, sentence, {
    ...(byte === undefined ? {} : placeOf(sql, byte)),
    ...(candidates === undefined || candidates.length === 0 ? {} : {candidates: [...candidates]}),
  });
}
