import type {SessionAnswer} from '../api/answers.ts';
import {addresses, type Address} from './addresses.ts';
import type {Words} from './labels/words.ts';

/** The parts of the list of pages, from top to bottom. */
export const routeGroups = ['figures', 'awards', 'data', 'system'] as const;
export type RouteGroup = (typeof routeGroups)[number];

/** A page: what it is called, who sees it, where it stands in the list, and where its code is. */
export interface Route {
  /** Its name is `words().pageNames[name]`. */
  name: keyof Words['pageNames'];
  /** The route of the API it cannot do without: whoever may not ask that does not see the page. Null for everybody. */
  needs: string | null;
  /** Null for a page that is reached from others, not from the list. */
  group: RouteGroup | null;
  /** The key that leads there after `g`. */
  key: string | null;
  /** The page's element; an `:id` in the address becomes its property `unit`. */
  tag: string;
  load: () => Promise<unknown>;
}

/** Every page by its address, in the order of the list. */
export const routes: Readonly<Record<Address, Route>> = {
  '/': {
    name: 'overview',
    needs: 'GET /pages/overview',
    group: 'figures',
    key: 't',
    tag: 'overview-page',
    load: () => import('./pages/overview-page.ts'),
  },
  '/tinh': {
    name: 'provinces',
    needs: 'GET /pages/overview',
    group: 'figures',
    key: 'n',
    tag: 'provinces-page',
    load: () => import('./pages/provinces-page.ts'),
  },
  '/tinh/:id': {
    name: 'province',
    needs: 'GET /pages/unit-work',
    group: 'figures',
    key: 'p',
    tag: 'unit-page',
    load: () => import('./pages/unit-page.ts'),
  },
  '/phong/:id': {
    name: 'office',
    needs: 'GET /pages/unit-work',
    group: null,
    key: null,
    tag: 'unit-page',
    load: () => import('./pages/unit-page.ts'),
  },
  '/chap-hanh-vien/:id': {
    name: 'officer',
    needs: 'GET /pages/officer-work',
    group: null,
    key: null,
    tag: 'officer-page',
    load: () => import('./pages/officer-page.ts'),
  },
  '/tien': {
    name: 'money',
    needs: 'GET /pages/money',
    group: 'figures',
    key: 'm',
    tag: 'money-page',
    load: () => import('./pages/money-page.ts'),
  },
  '/chat-luong': {
    name: 'quality',
    needs: 'GET /pages/unit-work',
    group: 'figures',
    key: 'c',
    tag: 'quality-page',
    load: () => import('./pages/quality-page.ts'),
  },
  '/doi-chieu': {
    name: 'reconciliation',
    needs: 'GET /pages/reconciliation',
    group: 'figures',
    key: 'o',
    tag: 'reconciliation-page',
    load: () => import('./pages/reconciliation-page.ts'),
  },
  '/thi-dua': {
    name: 'ranking',
    needs: 'GET /campaigns/{id}/page',
    group: 'awards',
    key: 'h',
    tag: 'ranking-page',
    load: () => import('./pages/ranking-page.ts'),
  },
  '/xet-chon': {
    name: 'awards',
    needs: 'GET /campaigns/{id}/awards',
    group: 'awards',
    key: 'x',
    tag: 'awards-page',
    load: () => import('./pages/awards-page.ts'),
  },
  '/sql': {
    name: 'sql',
    needs: 'POST /query',
    group: 'data',
    key: 's',
    tag: 'sql-page',
    load: () => import('./pages/sql-page.ts'),
  },
  '/van-hanh': {
    name: 'operations',
    needs: 'GET /status',
    group: 'system',
    key: 'v',
    tag: 'operations-page',
    load: () => import('./pages/operations-page.ts'),
  },
  '/tu-dien': {
    name: 'dictionary',
    needs: 'GET /dictionary',
    group: 'data',
    key: 'd',
    tag: 'dictionary-page',
    load: () => import('./pages/dictionary-page.ts'),
  },
  '/van-ban': {
    name: 'papers',
    needs: 'GET /papers',
    group: 'figures',
    key: 'w',
    tag: 'papers-page',
    load: () => import('./pages/papers-page.ts'),
  },
  '/ban-tin': {
    name: 'bulletins',
    needs: 'GET /bulletins/subscriptions',
    group: 'system',
    key: 'b',
    tag: 'bulletins-page',
    load: () => import('./pages/bulletins-page.ts'),
  },
  '/quan-tri': {
    name: 'administration',
    needs: 'GET /accounts',
    group: 'system',
    key: 'a',
    tag: 'administration-page',
    load: () => import('./pages/administration-page.ts'),
  },
  '/_components': {
    name: 'components',
    needs: null,
    group: null,
    key: null,
    tag: 'components-page',
    load: () => import('./pages/components-page.ts'),
  },
};

/** Whether somebody may see a page. */
export const maySee = (session: SessionAnswer, {needs}: Route): boolean =>
  needs === null || session.routes.includes(needs);

/** The pages of somebody's list, each with the path that leads there; a page of one unit leads to the reader's own. */
export function listedRoutes(session: SessionAnswer): {path: string; address: Address; route: Route}[] {
  return addresses.flatMap((address) => {
    const route = routes[address];
    if (route.group === null || !maySee(session, route)) return [];
    if (!address.includes(':id')) return [{path: address, address, route}];
    return session.province === null
      ? []
      : [{path: address.replace(':id', session.province), address, route}];
  });
}
