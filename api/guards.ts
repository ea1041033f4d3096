import type {RequestHandler} from 'express';
import helmet from 'helmet';
import {ApiError} from './errors.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Lets in only those who call the server by its own names: a stranger's page must not reach it under a name of theirs. */
export const knownHost: RequestHandler = (request, _response, next) => {
  const {host} = request.headers;
  const {localPort} = request.socket;
  const known = loopbackNames.some(
    (name) => host === `${name}:${localPort}` || (localPort === 80 && host === name),
  );
  if (!known) {
    throw new ApiError('wrong_host', `Máy chủ này chỉ trả lời tại http://127.0.0.1:${localPort}.`);
  }
  next();
};

/** Everything here is read; nothing is sent in. */
export const readsOnly: RequestHandler = (request, response, next) => {
  const {'content-length': length = '0', 'transfer-encoding': transfer} = request.headers;
  const hasBody = length !== '0' || transfer !== undefined;
  // Without this the connection would stay, and take in the whole body, before the next request.
  if (hasBody) response.setHeader('connection', 'close');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    throw new ApiError('method_not_allowed', 'Địa chỉ này chỉ để đọc; hãy dùng GET hoặc HEAD.');
  }
  if (hasBody) throw new ApiError('body_not_allowed', 'Yêu cầu đọc không được kèm nội dung.');
  next();
};

/** Nothing is loaded from another host, and no page of ours is shown inside another's. */
export const securityHeaders: RequestHandler = helmet({
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
  // On loopback there is no TLS to insist on.
  strictTransportSecurity: false,
});
