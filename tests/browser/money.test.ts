import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest';
import type {MetricAnswer} from '../../api/answers.ts';
import {leadershipOf} from '../access.ts';
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
  await page.locator('office-money-table tbody tr').first().waitFor();
  await page.locator('money-panel svg').waitFor();
  return page;
}

const shownMissing = async (page: Page) =>
  (await page.locator('office-money-table td.missing').allInnerTexts()).map((text) =>
    Number(text.replaceAll('.', '')),
  );

test('a leader finds the five offices that lack most, and keeps the list as a workbook', async () => {
  const page = await open('/tien');
  const response = await fetch(`${inject('nationalUrl')}/api/v1/metrics/money_coverage?level=office`, {
    headers: leadershipOf(inject('nationalData')),
  });
  const {rows} = (await response.json()) as MetricAnswer;
  const lacking = rows
    .map(({numerator, denominator}) => (denominator ?? 0) - (numerator ?? 0))
    .sort((one, other) => other - one);
  expect((await shownMissing(page)).slice(0, 5)).toEqual(lacking.slice(0, 5));
  const link = page.locator('office-money-table').getByRole('link', {name: 'Tải XLSX'});
  const workbook = await page.request.get(await link.evaluate((anchor: HTMLAnchorElement) => anchor.href));
  expect(workbook.status()).toBe(200);
  expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
});

test('shows the first twenty offices, and all of them when asked', async () => {
  const page = await open('/tien');
  expect(await shownMissing(page)).toHaveLength(20);
  await page.getByRole('button', {name: 'Xem mọi phòng'}).click();
  await expect.poll(async () => (await shownMissing(page)).length).toBeGreaterThan(300);
  expect(page.url()).toContain('rows=all');
});

test('says how much each working day must bring', async () => {
  const page = await open('/tien');
  expect(await page.locator('.lead').innerText()).toMatch(
    /^Đến 31\/3\/2026: 75,80% hồ sơ có tiền đã nhập đủ tiền; còn .* Muốn đủ trước hạn 14\/4\/2026, mỗi ngày làm việc trong 10 ngày còn lại/,
  );
});

test('each amount says of how many items it is known, and the identity what it leaves over', async () => {
  const page = await open('/tien');
  await page.locator('money-sums h2', {hasText: 'Phải thi hành: 97,38% khoản đã có số'}).waitFor();
  await page.getByRole('button', {name: 'Đối chiếu các số'}).click();
  await page.locator('money-sums h2', {hasText: '6.099/536.420 khoản có đủ ba số'}).waitFor();
  await page.locator('money-sums vega-chart svg').waitFor();
  await expect.poll(() => page.url()).toContain('amount=identity');
});

test('the leading group can be looked at closely, and the order be by đồng', async () => {
  const page = await open('/tien?zoom=95');
  await expect.poll(() => page.locator('money-panel svg text', {hasText: /^98$/}).count()).toBeGreaterThan(0);
  expect(await page.locator('money-panel svg text', {hasText: 'Tây Ninh'}).count()).toBe(0);
  await page.getByRole('button', {name: 'thiếu nhiều tiền trước'}).click();
  await expect.poll(() => page.url()).toContain('money=amount');
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each([
    ['light', '/tien'],
    ['dark', '/tien'],
    ['light', '/tien?amount=identity'],
    ['dark', '/tien?amount=identity'],
  ] as const)('in %s colours %s fits and has no fault that axe finds', async (scheme, address) => {
    const page = await open(address, {viewport, colorScheme: scheme});
    await page.locator('money-sums h2').waitFor();
    await page
      .locator(address.includes('identity') ? 'money-sums vega-chart svg' : 'vega-chart svg')
      .first()
      .waitFor();
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});
