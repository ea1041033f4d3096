import type {AllowedQuery} from './gate.ts';
import {ended, type Trouble} from './refused-query.ts';

/** What DuckDB says of an error, once `errors_as_json` is set. */
interface EngineError {
  exception_type: string;
  exception_message: string;
  position?: string;
  candidates?: string;
}

/** What runs before the query itself where a plan is asked for; the engine counts these bytes too. */
export const explainWords = {
  no: '',
  plan: 'explain (format json) ',
  measured: 'explain (analyze, format json) ',
};

/** An error of the engine as people get it: which kind, its own words, where in the text, what may have been meant. */
export function troubleOf(message: string, query: AllowedQuery | undefined, sql: string): Trouble {
  const error = readError(message);
  const kind = error.exception_type.toLowerCase();
  if (kind === 'interrupt') return ended('query_cancelled').trouble;
  if (kind === 'out of memory') return ended('query_out_of_memory').trouble;
  const before = explainWords[query?.explain ?? 'no'].length;
  const byte = error.position === undefined ? -1 : Number(error.position) - before;
  return {
    code: 'query_failed',
    sentence: `Câu SQL không chạy được: ${firstLines(error.exception_message)}`,
    byte: byte >= 0 && byte <= Buffer.byteLength(sql) ? byte : undefined,
    candidates: error.candidates
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .slice(0, 10),
  };
}

function readError(message: string): EngineError {
  const start = message.indexOf('{"exception_type"');
  if (start >= 0) {
    try {
      return JSON.parse(message.slice(start)) as EngineError;
    } catch {
      // The engine has written something of its own around it; the words themselves will do.
    }
  }
  const [, kind = 'other', words = message] = /^([\w ]+?) Error: ([\s\S]*)$/.exec(message) ?? [];
  return {exception_type: message.startsWith('INTERRUPT') ? 'interrupt' : kind, exception_message: words};
}

/** What it says first; after that come lists, and how the server might be set. */
const firstLines = (message: string) => message.trim().split('\n', 1)[0]!.slice(0, 500);
