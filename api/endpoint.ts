import type {z} from 'zod';
import type {NightStamp} from './answers.ts';
import type {OpenVersion} from './open-version.ts';
import {parameters} from './parameters.ts';
import type {Role, Scope} from './roles.ts';
import type {Store} from './state/store.ts';
import type {Table} from './table.ts';

/** What an endpoint found: the answer, and its rows for those who want them as a file. */
export interface Found<Answer> {
  answer: Answer;
  /** Of a table: what its file is called, without extension, and how what it shows is counted. */
  table?: Table & {name: string; meaning?: string};
}

/** One address of the API: what it takes, what it answers, in words and in types; the OpenAPI document is made of it. */
export interface Endpoint<Answer extends Stamped = Stamped> {
  /** As in OpenAPI, below `/api/v1`: `/metrics/{id}`. */
  path: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  answer: z.ZodType<Answer>;
  /** Whether the answer has rows that can be had as a file too. */
  tabular: boolean;
  /** Whether a file has all rows, read as they are sent, where the answer has a page of them. */
  pages?: true;
  /** It is worked out over the whole nation for a province too, and shows a province only what is published or its own. */
  published?: true;
  /** Tables that a version built by an older release may lack. */
  needs?: readonly string[];
  /** A number that is another whenever the state it reads beside the version is: an answer is kept under it. */
  dependsOn?: (store: Store) => number;
  find(
    question: Question<z.ZodObject, z.ZodObject>,
    version: OpenVersion,
    asker: Asker,
    store: Store,
  ): Promise<Found<Answer>>;
}

/** Of who asks, what an answer may depend on: it is kept for everybody of the same role and scope. */
export interface Asker {
  role: Role;
  scope: Scope;
}

/** What every answer from a version says of itself. */
export type Stamped = Pick<NightStamp, 'night' | 'version' | 'demo'>;

interface Question<Params extends z.ZodObject, Query extends z.ZodObject> {
  params: z.output<Params>;
  query: z.output<Query>;
}

/** Declares an endpoint; `find` is typed by the schemas beside it. Who has rows as a file may say how a CSV begins. */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends Stamped>(
  declared: Omit<Endpoint, 'params' | 'query' | 'answer' | 'find'> & {
    params: Params;
    query: Query;
    answer: z.ZodType<Answer>;
    find(
      question: Question<Params, Query>,
      version: OpenVersion,
      asker: Asker,
      store: Store,
    ): Promise<Found<Answer>>;
  },
): Endpoint<Answer> {
  return declared.tabular ? {...declared, query: declared.query.extend({bom: parameters.bom})} : declared;
}
