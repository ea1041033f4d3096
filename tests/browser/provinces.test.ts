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

test('lists every province, the most missing first, each leading to its page', async () => {
  const page = await open('/tinh');
  const rows = page.locator('unit-table tbody tr');
  expect(await rows.count()).toBe(34);
  const missing = (await page.locator('unit-table td.missing').allInnerTexts()).map((text) =>
    Number(text.replaceAll('.', '')),
  );
  expect(missing).toEqual(missing.toSorted((one, other) => other - one));
  await rows.filter({hasText: 'Thanh Hóa'}).getByRole('link').click();
  await page.waitForURL('**/tinh/38');
});

test('ranks provinces by what they have entered, the same as the page of one', async () => {
  const page = await open('/tinh');
  const row = page.locator('unit-table tbody tr', {hasText: 'Thanh Hóa'});
  const rank = await row.locator('td').first().innerText();
  const own = await open('/tinh/38');
  expect(await own.locator('metric-card .block').first().innerText()).toContain(`Hạng ${rank}/34`);
});

test('asks the server once for all it shows', async () => {
  const page = await open('/tinh');
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter((path) => path.startsWith('/api/v1/pages/') && !path.endsWith('/frame')),
  );
  expect(asked).toEqual(['/api/v1/pages/unit']);
});

test('is not for a province, which has its own page in its place', async () => {
  const page = await openPage(browser, '/tinh', {role: 'tinh'});
  opened.push(page);
  await page.getByRole('heading', {name: 'Bạn không có quyền xem trang này'}).waitFor();
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the %s page fits and has no fault that axe finds',
    async (scheme) => {
      const page = await open('/tinh', {viewport, colorScheme: scheme});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
