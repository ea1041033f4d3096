import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {WrongUsage} from '../warehouse/errors.ts';
import {dataFolder} from '../warehouse/folders.ts';
import {createApp} from './app.ts';
import {Happenings} from './happenings.ts';
import {pipelineOf} from './pipeline.ts';
import {Versions} from './versions.ts';

/** Where the server reads and listens. */
export interface ServerOptions {
  data: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The folder with the built web. */
  web?: string;
}

/** A server that is listening. */
export interface RunningServer {
  url: string;
  /** Stops accepting, answers what was asked, at most ten seconds long. */
  close(): Promise<void>;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];
const patience = 10_000;

/** Serves the API and the web from a data folder, which may be read-only and may still be empty. */
export async function startServer({data, port, host, web = builtWeb}: ServerOptions): Promise<RunningServer> {
  if (!loopback.includes(host)) {
    throw new WrongUsage(
      `Không mở máy chủ ở ${host}: chưa có tài khoản và phân quyền (có ở bước sau), nên máy chủ chỉ nghe trong máy này; hãy dùng --host 127.0.0.1.`,
    );
  }
  const report = (error: unknown) => console.error(error);
  const folder = dataFolder(data);
  const versions = await Versions.follow(folder, report);
  const pipeline = pipelineOf(folder);
  const happenings = new Happenings(versions, pipeline, report);
  const server = createServer(limits, createApp({versions, pipeline, happenings, web, report}));
  server.maxHeadersCount = 100;
  try {
    await listen(server, port, host);
  } catch (error) {
    await versions.close();
    throw error;
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    async close() {
      happenings.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection kept alive becomes idle only after its last answer.
      const sweeping = setInterval(() => server.closeIdleConnections(), 50);
      const cutting = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(sweeping);
      clearTimeout(cutting);
      await versions.close();
    },
  };
}

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
      reject(
        cause.code === 'EADDRINUSE'
          ? new WrongUsage(`Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.`, {
              cause,
            })
          : cause,
      );
    });
    server.listen(port, host, resolve);
  });
}
