import type {Migration} from './migrations.ts';

/** How often each role opened a page on a day: nobody's name, and no moment. */
export const pageViewsMigration: Migration = {
  name: 'page_views',
  sql: `
    create table page_views (
        page  text not null,
        role  text not null,
        day   text not null,
        views integer not null check (views > 0),
        primary key (page, role, day)
    ) strict, without rowid;
  `,
};
