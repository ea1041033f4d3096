import {z} from 'zod';
import {action, type Action} from '../action.ts';
import {countView, periodKept, readViews, type PageViews} from '../state/page-views.ts';
import {pages, usageAnswer, viewedPage, type UsageAnswer} from '../usage-schemas.ts';

const nothing = z.strictObject({});

/** Which pages are used and by which roles; counted by day, never by person. */
export const usageActions: Action[] = [
  action({
    method: 'POST',
    path: '/usage',
    summary: 'Đếm một lần mở trang theo vai trò và ngày; không ghi ai mở',
    params: nothing,
    query: nothing,
    body: viewedPage,
    answer: null,
    act({body: {page}}, {store, person, now}) {
      // A program that sends this has opened no page.
      if (person.via === 'session') countView(store, {page, role: person.role}, now);
    },
  }),
  action({
    method: 'GET',
    path: '/usage',
    summary: 'Số lần mở từng trang theo vai trò trong 30 ngày, nhiều nhất trước; trang không ai mở',
    params: nothing,
    query: nothing,
    answer: usageAnswer,
    act: (_question, {store, now}) => ({...periodKept(now), rows: usageOf(readViews(store, now))}),
  }),
];

function usageOf(counted: readonly PageViews[]): UsageAnswer['rows'] {
  const rows = pages.map((page) => {
    const ofPage = counted.filter((one) => one.page === page);
    const views = ofPage.reduce((sum, one) => sum + one.views, 0);
    return {
      page,
      views,
      last_on:
        ofPage
          .map(({last_on}) => last_on)
          .toSorted()
          .at(-1) ?? null,
      roles: ofPage.map(({role, views}) => ({role, views})),
      is_rare: views === 0,
    };
  });
  return rows.toSorted((one, other) => other.views - one.views);
}
