import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {launchBrowser} from './browser.ts';
import {axeFindings, fitsItsWidth, openPage, sizes} from './opening.ts';

let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});

afterAll(() => browser.close());

async function open(path: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, path, options);
  opened.push(page);
  await page.locator('unit-table tbody tr').first().waitFor();
  return page;
}

const sentence = (page: Page) => page.locator('unit-heading p').innerText();

test('says where Thanh Hóa stands, its money data in the letter’s own figure', async () => {
  const page = await open('/tinh/38');
  expect(await sentence(page)).toMatch(/^Thanh Hóa, đến 31\/3\/2026: .* hồ sơ \(.*%\); còn /);
  expect(await sentence(page)).toContain('Dữ liệu tiền 1,51%');
  expect(await page.title()).toBe('Thanh Hóa – Thi hành án dân sự');
});

test('says which place it has among the 34 provinces, but not to the province itself', async () => {
  const forLeaders = await open('/tinh/38');
  expect(await forLeaders.locator('metric-card .block').nth(1).innerText()).toContain(
    'Hạng 32/34 tỉnh, thành phố',
  );
  const forItself = await open('/tinh/38', {role: 'tinh'});
  expect(await forItself.locator('metric-card .block').nth(1).innerText()).not.toContain('Hạng');
});

test('is compared with the nation and with the others of its size, but not for the province itself', async () => {
  const page = await open('/tinh/38');
  const money = page.locator('peer-comparison tbody tr').nth(1);
  expect(await money.innerText()).toMatch(/1,51%.*thấp hơn cả nước .*thấp hơn nhóm /s);
  expect(await page.locator('peer-comparison .subtitle').innerText()).toContain(
    '19 đơn vị khác cùng nhóm quy mô nhỏ',
  );
  const forItself = await open('/tinh/38', {role: 'tinh'});
  expect(await forItself.locator('peer-comparison').count()).toBe(0);
});

test('has paper beside the platform in the six indicators of the letter, and leads to all of them', async () => {
  const page = await open('/tinh/38');
  const rows = page.locator('paper-gaps tbody tr');
  expect(await rows.count()).toBe(6);
  expect(await rows.first().locator('th').innerText()).toBe('Tổng số thụ lý');
  await page.locator('paper-gaps').getByRole('link', {name: 'Xem đối chiếu đầy đủ'}).click();
  await page.locator('paired-figures tbody tr').first().waitFor();
  expect(await page.locator('paired-figures .subtitle').innerText()).toContain('Thanh Hóa');
});

test('marks on its course what a letter stands behind, by number and in words', async () => {
  const page = await open('/tinh/38');
  const marks = await page.locator('entries-figure li').allInnerTexts();
  expect(marks[0]).toMatch(/^20\/1: bắt đầu đợt thi đua \(606\/KH-CQLTHADS, mục III\.2\)/);
  expect(marks.at(-1)).toMatch(/^26\/3: chỉ tiêu nhập hồ sơ, hạn 14\/4\/2026 /);
});

test('sorts its offices by a column, and the address keeps the order', async () => {
  const page = await open('/tinh/38');
  const missing = async () =>
    (await page.locator('unit-table td.missing').allInnerTexts()).map((text) =>
      Number(text.replaceAll('.', '')),
    );
  expect(await missing()).toEqual((await missing()).toSorted((one, other) => other - one));
  await page.locator('unit-table').getByRole('button', {name: 'Đơn vị'}).click();
  await expect.poll(() => page.url()).toContain('order=name');
  expect((await page.locator('unit-table tbody th').allInnerTexts())[0]).toBe('Phòng khu vực 1');
});

test('leads to the province after it in the official order', async () => {
  const page = await open('/tinh/38');
  await page.getByRole('link', {name: /^Sau: /}).click();
  await page.waitForURL((url) => url.pathname !== '/tinh/38');
  await expect.poll(() => sentence(page)).not.toContain('Thanh Hóa');
});

test('has files to keep that the server gives', async () => {
  const page = await open('/tinh/38?asof=2026-03-24');
  await page.locator('assigned-work a[download]').first().waitFor();
  const all = await page
    .locator('a[download]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  // Papers are asked for in a test of their own.
  const links = all.filter((link) => !link.includes('/papers/'));
  expect(links).toHaveLength(10);
  for (const link of links) {
    const response = await page.request.get(link);
    // Work given and paper reports are told as they stand now, whatever night the figures are of.
    const night = /\/defects\/assignments|\/reconciliation/.test(link) ? '2026-03-31' : '2026-03-24';
    expect([link, response.status(), response.headers()['x-thads-night']]).toEqual([link, 200, night]);
  }
});

test('speaks English when asked', async () => {
  const page = await open('/tinh/38?lang=en');
  expect(await sentence(page)).toMatch(/^Thanh Hóa, to 31 Mar 2026: /);
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the %s page fits and has no fault that axe finds',
    async (scheme) => {
      const page = await open('/tinh/38?table=strip', {viewport, colorScheme: scheme});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});

test('fits a screen of 320 pixels', async () => {
  expect(await fitsItsWidth(await open('/tinh/38', {viewport: {width: 320, height: 700}}))).toBe(true);
});
