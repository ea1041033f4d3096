import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startServer, type RunningServer} from '../../api/server.ts';
import {createVersion, putInForce, type VersionOptions} from './version.ts';

/** A server on a data folder of its own. */
export interface TestServer extends RunningServer {
  data: string;
  web: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server on a new data folder, with a version in force unless there is to be none. */
export async function startTestServer(options?: VersionOptions): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), 'thads-'));
  const data = join(root, 'data');
  const web = join(root, 'web');
  if (options) putInForce(data, await createVersion(data, options));
  const server = await startServer({data, port: 0, host: '127.0.0.1', web});
  return {
    ...server,
    data,
    web,
    get: (path, headers = {}) => fetch(`${server.url}/api/v1${path}`, {headers}),
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(root, {recursive: true});
    },
  };
}
