import type {Problem, QueryAnswer} from '../../../api/answers.ts';
import {queryAnswer} from '../../../api/query-schemas.ts';
import {problem} from '../../../api/schemas.ts';
import type {TestServer} from '../running-server.ts';

/** What a query is asked with. */
export interface Asked {
  sql?: string;
  [member: string]: unknown;
}

/** Asks in SQL as somebody, for JSON unless the address says otherwise. */
export const ask = (
  server: TestServer,
  who: {authorization: string},
  body: Asked,
  {query = '', signal, accept}: {query?: string; signal?: AbortSignal; accept?: string} = {},
): Promise<Response> =>
  fetch(`${server.url}/api/v1/query${query}`, {
    method: 'POST',
    headers: {...who, 'content-type': 'application/json', ...(accept === undefined ? {} : {accept})},
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : {signal}),
  });

/** What was found, once it has the shape that is declared. */
export async function answerOf(response: Response): Promise<QueryAnswer> {
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return queryAnswer.parse(body);
}

/** What is wrong, once it has the shape that all problems have. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json();
  const shown = problem.parse(body);
  if (response.status !== shown.status) throw new Error(`${response.status} ≠ ${shown.status}`);
  return shown;
}
