import express, {type RequestHandler, type Router} from 'express';
import {ApiError} from './errors.ts';
import {personOf} from './identity.ts';
import type {Access} from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A router in which nothing is reached that the table of permissions does not name. */
export class GuardedRouter {
  readonly #permissions: Readonly<Record<string, Access>>;
  readonly #router = express.Router({caseSensitive: true, strict: true});
  readonly #methods = new Map<string, Method[]>();

  constructor(permissions: Readonly<Record<string, Access>>) {
    this.#permissions = permissions;
  }

  /** Adds a route, its path as in OpenAPI; one that the table does not name stops the start. */
  add(method: Method, path: string, ...handlers: RequestHandler[]): void {
    const access = this.#permissions[`${method} ${path}`];
    if (access === undefined) {
      throw new Error(
        `${method} ${path} has no line in api/permissions.ts, so nobody could say who may ask it.`,
      );
    }
    const add = {GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete'} as const;
    this.#router[add[method]](expressPath(path), permits(access), ...handlers);
    this.#methods.set(path, [...(this.#methods.get(path) ?? []), method]);
  }

  /** Every route there is, as `GET /metrics/{id}`. */
  get routes(): string[] {
    return [...this.#methods].flatMap(([path, methods]) => methods.map((method) => `${method} ${path}`));
  }

  /** The router, once every line of the table has its route; other methods of its paths are refused. */
  finish(): Router {
    const routes = this.routes;
    const idle = Object.keys(this.#permissions).filter((route) => !routes.includes(route));
    if (idle.length > 0)
      throw new Error(`api/permissions.ts names routes there are not: ${idle.join(', ')}.`);
    for (const [path, methods] of this.#methods) {
      const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
      this.#router.all(expressPath(path), (_request, response) => {
        response.setHeader('allow', allow);
        throw new ApiError('method_not_allowed', `Địa chỉ này chỉ nhận ${allow}.`);
      });
    }
    return this.#router;
  }
}

const permits =
  (access: Access): RequestHandler =>
  (_request, response, next) => {
    if (access !== 'anyone' && !access.includes(personOf(response).role)) {
      throw new ApiError(
        'not_permitted',
        'Vai trò của bạn không được dùng địa chỉ này; nếu công việc cần đến, hãy đề nghị quản trị viên.',
      );
    }
    next();
  };

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');
