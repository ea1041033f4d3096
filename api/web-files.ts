import {existsSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import compression from 'compression';
import express, {type Router} from 'express';
import {ApiError} from './errors.ts';

/** The built web: files whose names carry their hash are kept for good, the page itself is asked for every time. */
export function webFiles(folder: string): Router {
  const router = express.Router();
  router.use(compression());
  router.use(
    express.static(folder, {
      redirect: false,
      setHeaders(response, path) {
        response.setHeader(
          'cache-control',
          path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  router.use((request, response) => {
    if (request.method === 'GET' && isPage(folder, request.path)) {
      response.setHeader('cache-control', 'no-cache');
      response.sendFile('index.html', {root: folder});
      return;
    }
    if (request.path === '/') {
      throw new ApiError('not_found', 'Giao diện chưa được dựng; hãy chạy `npm run build` rồi tải lại.');
    }
    if (request.accepts(['application/problem+json', 'text/html']) === 'text/html') {
      response.status(404).type('html').end(notFoundPage);
      return;
    }
    throw new ApiError('not_found', 'Không có trang này; trang đầu là /.');
  });
  return router;
}

/** Whether the web has a page at a path: the build writes down which addresses it has, `:id` for any one name. */
function isPage(folder: string, path: string): boolean {
  const list = join(folder, 'addresses.json');
  if (!existsSync(list)) return false;
  const asked = path.split('/');
  return (JSON.parse(readFileSync(list, 'utf8')) as string[]).some((address) => {
    const parts = address.split('/');
    return (
      parts.length === asked.length && parts.every((part, index) => part === ':id' || part === asked[index])
    );
  });
}

const notFoundPage = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Không có trang này</title>
<h1>Không có trang này</h1>
<p>Địa chỉ có thể đã gõ sai. <a href="/">Về trang Tổng quan</a>.</p>
`;
