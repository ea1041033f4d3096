import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {endpoints} from '../../api/app.ts';
import {problem, statusAnswer} from '../../api/schemas.ts';
import type {Problem} from '../../api/answers.ts';
import {startServer, type RunningServer, type ServerOptions} from '../../api/server.ts';
import type {Role} from '../../api/roles.ts';
import {createToken} from '../access.ts';
import {createVersion, putInForce, type VersionOptions} from './version.ts';

/** A server on a data folder of its own, gone with everything in it at the end of the test. */
export interface TestServer extends RunningServer {
  data: string;
  web: string;
  /** A key for a program of a role, as the header that carries it. */
  as(role: Role, province?: string): {authorization: string};
  /** Asks as a program of the leadership, unless the headers say who else. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The JSON of a good answer, once it has the shape its endpoint declares. */
  read<Answer>(path: string): Promise<Answer>;
  /** The problem that an address answers with, once it has the shape all problems have. */
  problem(path: string, headers?: Record<string, string>): Promise<Problem>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server on a new data folder, with a version in force when it is said which. */
export async function startTestServer(
  options?: VersionOptions,
  more: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), 'thads-'));
  const data = join(root, 'data');
  const web = join(root, 'web');
  if (options) putInForce(data, await createVersion(data, options));
  const server = await startServer({data, port: 0, host: '127.0.0.1', web, ...more});
  const as = (role: Role, province?: string) => ({
    authorization: `Bearer ${createToken(data, role, province)}`,
  });
  const leadership = as('lanh_dao');
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/v1${path}`, {headers: {...leadership, ...headers}});
  return {
    ...server,
    data,
    web,
    as,
    get,
    async read<Answer>(path: string) {
      const response = await get(path);
      const body: unknown = await response.json();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
      return schemaOf(path).parse(body) as Answer;
    },
    async problem(path, headers) {
      const response = await get(path, headers);
      const shown = problem.parse(await response.json());
      if (response.headers.get('content-type') !== 'application/problem+json; charset=utf-8') {
        throw new Error(`${path} answers a problem as ${response.headers.get('content-type')}`);
      }
      if (response.status !== shown.status) throw new Error(`${path}: ${response.status} ≠ ${shown.status}`);
      return shown;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(root, {recursive: true});
    },
  };
}

function schemaOf(path: string) {
  const [address = ''] = path.split('?');
  if (address === '/status') return statusAnswer;
  const endpoint = endpoints.find((candidate) =>
    new RegExp(`^${candidate.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address),
  );
  if (!endpoint) throw new Error(`No endpoint has the path ${address}`);
  return endpoint.answer;
}
