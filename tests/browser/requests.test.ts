import type {Browser, Page, Request} from 'playwright-core';
import {afterAll, beforeAll, expect, inject, test} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {launchBrowser, signIn} from './browser.ts';
import {sizes} from './opening.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** What a page may ask in one answer, packed. */
const largest = 60_000;

/** A page that is opened in a window of its own, and what it has asked of the API beside who reads, and the frame. */
async function opened(role: Role, path: string): Promise<{page: Page; asked: Request[]}> {
  const context = await browser.newContext({viewport: sizes.desktop});
  await signIn(context, inject('nationalUrl'), role);
  const page = await context.newPage();
  const asked: Request[] = [];
  page.on('request', (request) => {
    const [, address = ''] = request.url().split('/api/v1');
    if (request.method() === 'GET' && address && !/^\/(session|pages\/frame|events)/.test(address))
      asked.push(request);
  });
  await page.goto(`${inject('nationalUrl')}${path}`);
  return {page, asked};
}

/** Waits until a page is drawn and has been quiet for a second: what it asks once it is drawn counts, too. */
async function settled(page: Page, last: string): Promise<void> {
  await page.locator(last).first().waitFor();
  await page.waitForTimeout(1_000);
}

test.each<[Role, string, string]>([
  ['lanh_dao', '/', 'vega-chart svg'],
  ['lanh_dao', '/tinh', 'unit-table tbody tr'],
  ['lanh_dao', '/tinh/38', 'assigned-work h2'],
  ['tinh', '/tinh/38', 'assigned-work h2'],
  ['lanh_dao', '/phong/38.KV01', 'fix-list h2'],
  ['lanh_dao', '/chap-hanh-vien/CB380006', 'fix-list h2'],
  ['tinh', '/chap-hanh-vien/CB380006', 'fix-list h2'],
  ['hoi_dong', '/chap-hanh-vien/CB380006', 'metric-card'],
  ['lanh_dao', '/tien', 'office-money-table tbody tr'],
  ['phan_tich', '/tien', 'office-money-table tbody tr'],
  ['lanh_dao', '/tien?asof=2026-03-24', 'office-money-table tbody tr'],
  ['lanh_dao', '/chat-luong', 'fix-list tbody tr'],
  ['tinh', '/chat-luong', 'fix-list tbody tr'],
  ['hoi_dong', '/chat-luong', 'rule-table tbody tr'],
  ['lanh_dao', '/chat-luong?view=work', 'assigned-work h2'],
  ['lanh_dao', '/chat-luong?view=signals', 'signal-table h2'],
  ['lanh_dao', '/doi-chieu', 'gap-record h2'],
  ['tinh', '/doi-chieu', 'gap-record h2'],
  ['lanh_dao', '/doi-chieu?provinces=former', 'province-crosswalk tbody tr'],
  ['lanh_dao', '/thi-dua', 'objection-panel'],
  ['hoi_dong', '/thi-dua?kind=individual', 'freeze-panel'],
  ['phan_tich', '/thi-dua', 'unranked-list'],
  ['hoi_dong', '/xet-chon', 'size-form'],
  ['lanh_dao', '/xet-chon', 'nomination-list'],
])('%s is shown %s after one question, and its answer is small', async (role, path, last) => {
  const {page, asked} = await opened(role, path);
  await settled(page, last);
  expect(asked.map((request) => request.url())).toHaveLength(1);
  expect((await asked[0]!.sizes()).responseBodySize).toBeLessThan(largest);
  await page.context().close();
});

test.each<[string, string, string, (page: Page) => Promise<unknown>]>([
  ['the night of money data', '/tien', 'office-money-table tbody tr', (page) => page.keyboard.press('[')],
  ['the night of a province', '/tinh/38', 'assigned-work h2', (page) => page.keyboard.press('[')],
  ['the night of quality', '/chat-luong', 'fix-list tbody tr', (page) => page.keyboard.press('[')],
  ['the night of a ranking', '/thi-dua', 'objection-panel', (page) => page.keyboard.press('[')],
  [
    'the pillar of what is to be put right',
    '/chat-luong',
    'fix-list tbody tr',
    (page) => page.locator('fix-list select').nth(1).selectOption({index: 1}),
  ],
  [
    'the list below the scores',
    '/chat-luong',
    'fix-list tbody tr',
    (page) => page.locator('quality-page .views button').nth(2).click(),
  ],
  [
    'the form that is compared',
    '/doi-chieu',
    'gap-record h2',
    (page) => page.locator('reconciliation-page .forms button').nth(1).click(),
  ],
  [
    'the ranking',
    '/thi-dua',
    'objection-panel',
    (page) => page.locator('ranking-page .kinds button').nth(1).click(),
  ],
])('choosing %s asks once more', async (_what, path, last, choose) => {
  const {page, asked} = await opened('lanh_dao', path);
  await settled(page, last);
  asked.length = 0;
  await choose(page);
  await settled(page, last.split(' ')[0]!.replace('fix-list', 'quality-page'));
  expect(asked.map((request) => request.url())).toHaveLength(1);
  await page.context().close();
});

test('going from a province to its office asks once, for the office and its list', async () => {
  const {page, asked} = await opened('lanh_dao', '/tinh/38');
  await settled(page, 'assigned-work h2');
  asked.length = 0;
  await page.locator('unit-table tbody a').first().click();
  await page.waitForURL('**/phong/**');
  await settled(page, 'fix-list h2');
  expect(asked.map((request) => request.url())).toHaveLength(1);
  await page.context().close();
});
