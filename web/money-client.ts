import type {MoneyPageAnswer} from '../api/answers.ts';
import {comesAlong, fetchJson} from './client.ts';
import {addressOfMetric} from './unit-client.ts';

/** Everything the page about money data shows; the sums and the offices come along for the elements that ask for them. */
export function fetchMoneyPage(
  {asOf, compare}: {asOf: string | null; compare: string | null},
  signal: AbortSignal,
): Promise<MoneyPageAnswer> {
  const query = new URLSearchParams();
  if (asOf !== null) query.set('as_of', asOf);
  if (compare !== null) query.set('compare', compare);
  const page = fetchJson(`/api/v1/pages/money?${query}`, signal) as Promise<MoneyPageAnswer>;
  comesAlong(
    addressOfSums(asOf),
    page.then(({sums}) => sums),
  );
  comesAlong(
    addressOfMetric('money_coverage', {level: 'office', asOf}),
    page.then(({offices}) => offices),
  );
  return page;
}

/** The address of the sums of money by province. */
export const addressOfSums = (asOf: string | null): string =>
  `/api/v1/money?${new URLSearchParams({level: 'province', ...(asOf === null ? {} : {as_of: asOf})})}`;
