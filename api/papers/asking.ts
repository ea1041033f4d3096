import type {z} from 'zod';
import {fileScopeOf} from '../answering.ts';
import type {Endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {find, spelled} from '../finding.ts';
import {mayAsk} from '../permissions.ts';
import {mustHavePurpose} from '../reach.ts';
import {scopeOf} from '../roles.ts';
import type {PaperWorld} from './offered.ts';

/** What a route is asked, spelled as in its address; what is undefined is left out. */
interface Question {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
}

/**
 * The answer that whoever asks for a paper would get from a route: through the same door, out of the same file, with
 * the same refusals. So no paper says more than the screen, or anything else.
 */
export function ask<Answer extends z.ZodType>(
  route: Endpoint,
  answer: Answer,
  {params = {}, query = {}}: Question,
  {versions, store, person}: PaperWorld,
): Promise<z.output<Answer>> {
  if (!mayAsk(person.role, `GET ${route.path}`)) {
    throw new ApiError('not_permitted', 'Vai trò của bạn không xem được số liệu của tài liệu này.');
  }
  mustHavePurpose(person);
  const asker = {role: person.role, scope: scopeOf(person)};
  return versions.use(
    async (version) => {
      const found = await find(route, {params, query: spelled(query)}, version, asker, store);
      return answer.parse(found.answer);
    },
    fileScopeOf(asker, route),
  );
}
