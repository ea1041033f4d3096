import type {Asker, Endpoint, Found, Stamped} from './endpoint.ts';
import {mustHaveTables} from './older-version.ts';
import type {OpenVersion} from './open-version.ts';
import {parseQuery} from './parameters.ts';
import {mustReach} from './reach.ts';
import type {Store} from './state/store.ts';

/** A question as an address spells it. */
export interface Spelled {
  params: Readonly<Record<string, unknown>>;
  query: Record<string, string>;
}

/** What an endpoint finds for somebody, once the question is understood and what it is about is theirs to see. */
export async function find<Answer extends Stamped>(
  endpoint: Endpoint<Answer>,
  {params, query}: Spelled,
  version: OpenVersion,
  asker: Asker,
  store: Store,
): Promise<Found<Answer>> {
  const question = {params: endpoint.params.parse(params), query: parseQuery(endpoint.query, query)};
  mustHaveTables(endpoint.needs ?? [], version);
  await mustReach(asker, question.query, {takesUnit: 'unit' in endpoint.query.shape}, version);
  return endpoint.find(question, version, asker, store);
}

/** The words of a query; what is undefined is left out. */
export const spelled = (
  query: Readonly<Record<string, string | number | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
