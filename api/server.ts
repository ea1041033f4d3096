import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {WrongUsage} from '../warehouse/errors.ts';
import {dataFolder} from '../warehouse/folders.ts';
import {createApp} from './app.ts';
import {openMailer} from './bulletins/mailer.ts';
import type {MailSettings} from './bulletins/mail-settings.ts';
import {startPosting} from './bulletins/posting.ts';
import {
  createDemoAccounts,
  createFirstAdministrator,
  demoAccounts,
  type Credentials,
} from './first-accounts.ts';
import {Happenings} from './happenings.ts';
import type {OidcSettings} from './oidc-settings.ts';
import {pipelineOf} from './pipeline.ts';
import {keepReference} from './reference/target-changes.ts';
import {openStore, stateFolder, type Store} from './state/store.ts';
import {anchorAudit} from './state/verify-audit.ts';
import {Versions} from './versions.ts';
import {Completions} from './workbench/completions.ts';
import type {QueryLimits} from './workbench/limits.ts';
import {Workbench} from './workbench/workbench.ts';

/** Where the server reads and listens. */
export interface ServerOptions {
  data: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The address given to people, when a TLS proxy stands before the server. */
  publicUrl?: URL;
  /** Where people sign in for many programs at once. */
  oidc?: OidcSettings | undefined;
  /** Where mail goes out; without it nothing is sent. */
  mail?: MailSettings | undefined;
  /** The folder of the state, when it is not in the data folder. */
  state?: string;
  /** The folder with the built web. */
  web?: string;
  /** What one query of a person may take, where it is not what it is by default. */
  queryLimits?: Partial<QueryLimits>;
  /** The time in milliseconds. */
  clock?: () => number;
}

/** A server that is listening. */
export interface RunningServer {
  /** Where people reach it. */
  url: string;
  /** The port it listens on. */
  port: number;
  /** The accounts of made-up data, known to everybody; none when the data are real. */
  demo: readonly Credentials[];
  /** Made at this start, because there was none; nobody is told the password again. */
  firstAdministrator: Credentials | undefined;
  /** Stops accepting, answers what was asked, at most ten seconds long. */
  close(): Promise<void>;
}

const patience = 10_000;
const anchorEvery = 60 * 60_000;

/** Serves the API and the web from a data folder, which may be read-only and may still be empty. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {data, port, host, web = builtWeb, clock = Date.now} = options;
  const report = (error: unknown) => console.error(error);
  const folder = dataFolder(data);
  const store = openStore(stateFolder(data, options.state));
  const versions = await Versions.follow(folder, report);
  const pipeline = pipelineOf(folder);
  const happenings = new Happenings(versions, pipeline, report);
  const addresses = {publicUrl: options.publicUrl, host};
  const {oidc, mail} = options;
  const sql = {workbench: new Workbench(options.queryLimits), completions: new Completions(), folder};
  const app = createApp({
    versions,
    pipeline,
    happenings,
    store,
    clock,
    addresses,
    oidc,
    mail,
    sql,
    web,
    report,
  });
  const server = createServer(limits, app);
  server.maxHeadersCount = 100;
  try {
    await listen(server, port, host);
    // Only now: a password made for a start that fails would be told to nobody.
    const accounts = await firstAccounts(store, versions);
    keepReference(store, folder, report);
    anchorAudit(store);
    const posting = startPosting({
      versions,
      store,
      mailer: mail && openMailer(mail),
      publicUrl: options.publicUrl,
      now: () => new Date(clock()),
      report,
    });
    const anchoring = setInterval(() => anchorAudit(store), anchorEvery).unref();
    return {
      url: options.publicUrl?.origin ?? `http://${nameOf(host)}:${portOf(server)}`,
      port: portOf(server),
      ...accounts,
      async close() {
        clearInterval(anchoring);
        happenings.close();
        sql.workbench.close();
        sql.completions.close();
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        // A connection kept alive becomes idle only after its last answer.
        const sweeping = setInterval(() => server.closeIdleConnections(), 50);
        const cutting = setTimeout(() => server.closeAllConnections(), patience);
        await Promise.all([closed, posting.stop()]);
        clearInterval(sweeping);
        clearTimeout(cutting);
        await versions.close();
        anchorAudit(store);
        store.close();
      },
    };
  } catch (error) {
    await versions.close();
    store.close();
    throw error;
  }
}

/** Somebody can sign in from the first start on. */
async function firstAccounts(
  store: Store,
  versions: Versions,
): Promise<Pick<RunningServer, 'demo' | 'firstAdministrator'>> {
  if (versions.inForce?.current.demo) {
    await createDemoAccounts(store);
    return {demo: demoAccounts, firstAdministrator: undefined};
  }
  return {demo: [], firstAdministrator: await createFirstAdministrator(store)};
}

/** What stands in an address for where the server listens; every address of the machine has the machine's name. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return hostname();
  return host.includes(':') ? `[${host}]` : host;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const builtWeb = join(import.meta.dirname, '..', '.build', 'web');

/** A slow or endless request must not hold a connection for long. */
const limits = {
  maxHeaderSize: 8192,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
};

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence = whyNot(cause.code, port, host);
      reject(sentence === undefined ? cause : new WrongUsage(sentence, {cause}));
    });
    server.listen(port, host, resolve);
  });
}

function whyNot(code: string | undefined, port: number, host: string): string | undefined {
  if (code === 'EADDRINUSE') {
    return `Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.`;
  }
  if (code === 'EACCES') {
    return `Không được phép dùng cổng ${port}; hãy chọn cổng từ 1024 trở lên bằng --port.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Máy này không có địa chỉ ${host}; hãy nêu địa chỉ của máy bằng --host, hoặc 0.0.0.0 cho mọi địa chỉ.`;
  }
  return undefined;
}
