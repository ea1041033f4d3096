import type {Request, RequestHandler, Response} from 'express';
import type {z} from 'zod';
import {ApiError} from './errors.ts';
import type {Method} from './guarded-router.ts';
import {personOf, type Person} from './identity.ts';
import {parseQuery, readQuery} from './parameters.ts';
import type {Store} from './state/store.ts';

/** What an action may use of the world. */
export interface ActionContext {
  store: Store;
  /** Who asks; nobody but those the table of permissions lets in. */
  readonly person: Person;
  now: Date;
  request: Request;
  response: Response;
}

/** One address that reads or changes the state people make; never kept by anyone, and described like an endpoint. */
export interface Action {
  method: Method;
  /** As in OpenAPI, below `/api/v1`. */
  path: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** What is sent in, of methods that send something in. */
  body?: z.ZodType;
  /** How many bytes may be sent in, where it is not what every action takes. */
  longestBody?: number;
  /** Null answers with nothing, 204; `redirect` sends the browser to the address that `act` gives. */
  answer: z.ZodType | null | 'redirect';
  status?: 200 | 201;
  act(
    this: void,
    question: {params: unknown; query: unknown; body: unknown},
    context: ActionContext,
  ): unknown;
}

/** Declares an action; `act` is typed by the schemas beside it. */
export function action<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Answer extends z.ZodType | null | 'redirect',
  Body extends z.ZodType = z.ZodNever,
>(
  declared: Omit<Action, 'params' | 'query' | 'body' | 'answer' | 'act'> & {
    params: Params;
    query: Query;
    body?: Body;
    answer: Answer;
    act(
      this: void,
      question: {params: z.output<Params>; query: z.output<Query>; body: z.output<Body>},
      context: ActionContext,
    ): Promised<
      Answer extends z.ZodType ? z.input<Answer> | typeof sent : Answer extends 'redirect' ? string : void
    >;
  },
): Action {
  return declared;
}

/** Given back by an action that has answered by itself, with a file, say. */
export const sent = Symbol('sent');

type Promised<T> = T | Promise<T>;

/** Answers an action's requests. */
export function acting(
  {params, query, body, answer, status = 200, act}: Action,
  {store, clock}: {store: Store; clock: () => number},
): RequestHandler {
  return async (request, response) => {
    const question = {
      params: params.parse(request.params),
      query: parseQuery(query, readQuery(request.originalUrl)),
      body: body === undefined ? undefined : parseBody(body, request.body),
    };
    const given = await act(question, {
      store,
      get person() {
        return personOf(response);
      },
      now: new Date(clock()),
      request,
      response,
    });
    if (given === sent) return;
    response.setHeader('cache-control', 'no-store');
    if (answer === 'redirect') response.redirect(303, given as string);
    else if (answer === null) response.status(204).end();
    else response.status(status).json(answer.parse(given));
  };
}

/** A body as its action takes it, or a sentence that names the member and what would do. */
function parseBody(schema: z.ZodType, body: unknown): unknown {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `Không có trường ${issue.keys.join(', ')}.`;
    return issue.path.length === 0
      ? `${issue.message}.`
      : `Trường ${issue.path.join('.')}: ${issue.message}.`;
  });
  throw new ApiError('invalid_body', `${sentences.join(' ')} Xem /api/v1/openapi.json.`);
}
