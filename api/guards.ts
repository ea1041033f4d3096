import {hostname, networkInterfaces} from 'node:os';
import express, {type Request, type RequestHandler} from 'express';
import helmet from 'helmet';
import {ApiError} from './errors.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** More than a query of a hundred thousand letters with its parameters takes. */
const longestBody = 256 * 1024;

/** Where people reach the server. */
export interface Addresses {
  /** The address given to people when a TLS proxy stands before the server: `https://thads.example.vn`. */
  publicUrl?: URL | undefined;
  /** The address the server listens on. */
  host: string;
}

/** Lets in only those who call the server by its own names: a stranger's page must not reach it under a name of theirs. */
export function knownHost({publicUrl, host}: Addresses): RequestHandler {
  const names = namesOf(host);
  return (request, _response, next) => {
    const {localPort} = request.socket;
    const asked = request.headers.host;
    const known =
      asked === publicUrl?.host ||
      names.some((name) => asked === `${name}:${localPort}` || (localPort === 80 && asked === name));
    if (!known) {
      throw new ApiError(
        'wrong_host',
        `Máy chủ này chỉ trả lời tại ${publicUrl?.origin ?? `http://${names[0]}:${localPort}`}.`,
      );
    }
    next();
  };
}

/** The names of this machine that a server listening on an address answers to. */
function namesOf(host: string): string[] {
  if (isLoopback(host)) return loopbackNames;
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const bracketed = addresses.map(({address, family}) => (family === 'IPv6' ? `[${address}]` : address));
  return [...new Set([...loopbackNames, hostname(), host, ...bracketed])];
}

/** Whether an address is reached from this machine only. */
export const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

/** The origin of our own pages, by the name that the request was sent to; `knownHost` has looked at it. */
export const originOf = ({headers: {host}}: Request, {publicUrl}: Addresses): string =>
  publicUrl !== undefined && host === publicUrl.host ? publicUrl.origin : `http://${host}`;

/** Refuses what a page of somebody else's makes a browser send; a program with a token has no such page. */
const fromOurOwnPages =
  (addresses: Addresses): RequestHandler =>
  (request, _response, next) => {
    if (isReading(request)) {
      next();
      return;
    }
    const {origin, cookie, authorization} = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isProgram = authorization !== undefined && cookie === undefined && origin === undefined;
    const ours = originOf(request, addresses);
    const isOurs =
      (site !== undefined || origin !== undefined) &&
      (site === undefined || site === 'same-origin') &&
      (origin === undefined || origin === ours);
    if (!isProgram && !isOurs) {
      throw new ApiError(
        'cross_site',
        'Yêu cầu thay đổi chỉ được nhận từ chính trang này (Origin hoặc Sec-Fetch-Site), hoặc từ chương trình có token.',
      );
    }
    next();
  };

/** Everything below is read: nothing is sent in. */
export const readsOnly: RequestHandler = (request, response, next) => {
  if (!isReading(request)) {
    response.setHeader('allow', 'GET, HEAD');
    throw new ApiError('method_not_allowed', 'Địa chỉ này chỉ để đọc; hãy dùng GET hoặc HEAD.');
  }
  next();
};

/** A body nobody reads must not keep its connection, which would take in the whole of it before the next request. */
export const unreadBodies: RequestHandler = (request, response, next) => {
  if (hasBody(request)) {
    response.setHeader('connection', 'close');
    if (isReading(request)) {
      throw new ApiError('body_not_allowed', 'Yêu cầu đọc không được kèm nội dung.');
    }
  }
  next();
};

/** What stands before every route that changes something: it is asked by our own page or a program, with JSON. */
export const changing = (addresses: Addresses, limit = longestBody): RequestHandler[] => [
  fromOurOwnPages(addresses),
  (request, _response, next) => {
    if (hasBody(request) && !request.is('application/json')) {
      throw new ApiError('only_json', 'Nội dung gửi lên phải là JSON (Content-Type: application/json).');
    }
    next();
  },
  express.json({limit, strict: true, inflate: false, type: 'application/json'}),
  (_request, response, next) => {
    response.removeHeader('connection');
    next();
  },
];

function hasBody({headers}: Request): boolean {
  const {'content-length': length = '0', 'transfer-encoding': transfer} = headers;
  return length !== '0' || transfer !== undefined;
}

const isReading = ({method}: Request) => method === 'GET' || method === 'HEAD';

/** Nothing is loaded from another host, and no page of ours is shown inside another's. */
export const securityHeaders = ({publicUrl}: Addresses): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'object-src': ["'none'"],
      },
    },
    xFrameOptions: {action: 'deny'},
    // Without a proxy there is no TLS to insist on.
    strictTransportSecurity: publicUrl?.protocol === 'https:' ? {maxAge: 31_536_000} : false,
  });
