import dayjs from 'dayjs';
import type {Role} from '../roles.ts';
import {vietnamDay} from '../../warehouse/moments.ts';
import type {Store} from './store.ts';

/** How many days of views are kept and told. */
export const daysKept = 30;

/** How often a role opened a page in the days kept, and the last of those days. */
export interface PageViews {
  page: string;
  role: Role;
  views: number;
  last_on: string;
}

/** The first and the last of the days that are kept. */
export const periodKept = (now: Date): {from: string; to: string} => ({
  from: vietnamDay(
    dayjs(now)
      .subtract(daysKept - 1, 'day')
      .toDate(),
  ),
  to: vietnamDay(now),
});

/** Counts one view of a page, and forgets the days that are over. */
export function countView(store: Store, {page, role}: {page: string; role: Role}, now: Date): void {
  const {from, to} = periodKept(now);
  store.transaction(() => {
    store.prepared('delete from page_views where day < ?').run(from);
    store
      .prepared(
        `insert into page_views (page, role, day, views) values (?, ?, ?, 1)
         on conflict do update set views = views + 1`,
      )
      .run(page, role, to);
  });
}

/** How often each role opened each page in the days kept; what nobody opened has no row. */
export function readViews(store: Store, now: Date): PageViews[] {
  const {from, to} = periodKept(now);
  return store.db
    .prepare(
      `select page, role, sum(views) as views, max(day) as last_on
       from page_views where day between ? and ?
       group by page, role order by page, views desc, role`,
    )
    .all(from, to)
    .map((row) => ({...row}) as unknown as PageViews);
}
