import type {Asker, Endpoint, Stamped} from '../../endpoint.ts';
import {ApiError} from '../../errors.ts';
import {find, spelled} from '../../finding.ts';
import type {OpenVersion} from '../../open-version.ts';
import {mayAsk} from '../../permissions.ts';
import type {Store} from '../../state/store.ts';

/** What a part of a page is asked, spelled as in the address of its own route. */
interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
}

/** Out of what, and for whom, a page is put together. */
export interface PageWorld {
  version: OpenVersion;
  asker: Asker;
  store: Store;
}

/** A part that a page is nothing without: what its own route answers, or its refusal. */
export const mainPart = async <Answer extends Stamped>(
  route: Endpoint<Answer>,
  {params = {}, query = {}}: Asked,
  {version, asker, store}: PageWorld,
): Promise<Answer> => (await find(route, {params, query: spelled(query)}, version, asker, store)).answer;

/** A further part as its own route answers it; null where that refuses, and the page is shown without it. */
export async function partOf<Answer extends Stamped>(
  route: Endpoint<Answer>,
  asked: Asked,
  world: PageWorld,
): Promise<Answer | null> {
  if (!mayAsk(world.asker.role, `GET ${route.path}`)) return null;
  try {
    return await mainPart(route, asked, world);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
