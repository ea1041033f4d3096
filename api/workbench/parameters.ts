import type {Parameters} from './child-messages.ts';
import {RefusedQuery} from './refused-query.ts';

/** Refuses values for other parameters than a query has: a name that was mistyped would go unnoticed. */
export function mustMatch(wanted: readonly string[], given: Parameters): void {
  const missing = wanted.filter((name) => !Object.hasOwn(given, name));
  const unused = Object.keys(given).filter((name) => !wanted.includes(name));
  if (missing.length === 0 && unused.length === 0) return;
  const sentences = [
    ...(missing.length > 0 ? [`Chưa có giá trị cho tham số ${missing.map(dollar).join(', ')}.`] : []),
    ...(unused.length > 0 ? [`Câu SQL không có tham số ${unused.map(dollar).join(', ')}.`] : []),
  ];
  throw new RefusedQuery({code: 'query_parameters', sentence: sentences.join(' '), candidates: missing});
}

const dollar = (name: string) => `$${name}`;
