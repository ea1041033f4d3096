import type {SessionAnswer} from '../../api/answers.ts';
import type {Role} from '../../api/roles.ts';
import {createAccount, system} from '../../api/state/accounts.ts';
import {openStore, stateFolder, type Store} from '../../api/state/store.ts';
import type {TestServer} from './running-server.ts';

/** What every account of a test is opened with. */
export const password = 'một câu đủ dài để nhớ';

/** Lends the state of a server to a test, as another process would have it. */
export async function withState<T>(server: TestServer, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(stateFolder(server.data));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Makes somebody who may sign in. */
export const addAccount = (server: TestServer, id: string, role: Role, province?: string) =>
  withState(server, (store) =>
    createAccount(
      store,
      {id, full_name: `Người dùng ${id}`, role, password, ...(province === undefined ? {} : {province})},
      system,
    ),
  );

/** Asks as a page of our own does. */
export const ask = (
  server: TestServer,
  method: string,
  path: string,
  {body, ...headers}: {body?: unknown; [header: string]: unknown} = {},
): Promise<Response> =>
  fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      origin: server.url,
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      ...(headers as Record<string, string>),
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });

/** Signs in, and gives back what the browser would send from then on. */
export async function signIn(
  server: TestServer,
  account: string,
  more: {cookie?: string; purpose?: string; password?: string} = {},
): Promise<{cookie: string; session: SessionAnswer}> {
  const {cookie, ...body} = more;
  const response = await ask(server, 'POST', '/session', {
    ...(cookie === undefined ? {} : {cookie}),
    body: {account, password, ...body},
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  const [given = ''] = response.headers.getSetCookie();
  return {cookie: given.split(';')[0]!, session: (await response.json()) as SessionAnswer};
}
