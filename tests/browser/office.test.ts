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
  await page.locator('metric-card').first().waitFor();
  return page;
}

test('shows an office’s officers to its province, and says who may see them', async () => {
  const page = await open('/phong/38.KV01', {role: 'tinh'});
  expect(await page.locator('officer-table tbody tr').count()).toBeGreaterThan(0);
  expect(await page.locator('officer-table .small').innerText()).toContain('Luật 91/2025/QH15, Điều 25');
});

test('names no officer to an analyst, in figures or on the fix list', async () => {
  const page = await open('/phong/38.KV01', {role: 'phan_tich'});
  await page.locator('fix-list tbody tr').first().waitFor();
  expect(await page.locator('officer-table').count()).toBe(0);
  const [officer] = await page.locator('fix-list tbody tr td:nth-child(5)').allInnerTexts();
  expect(officer).toMatch(/^[\w.-]+$/);
});

test('shows another province’s office to no province', async () => {
  const page = await openPage(browser, '/phong/14.KV01', {role: 'tinh'});
  opened.push(page);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('Bạn chỉ được xem số liệu của tỉnh 38');
});

test('has an officer’s own calendar of entries, the signs on its days by shape and in words', async () => {
  const page = await open('/phong/38.KV01');
  await page.locator('officer-table tbody a').first().click();
  await page.waitForURL('**/chap-hanh-vien/**');
  const calendar = page.locator('entry-calendar');
  await calendar.locator('td').first().waitFor();
  expect(await calendar.locator('h2').innerText()).toMatch(/^Nhập nhiều nhất ngày .*: [\d.]+ hồ sơ$/);
  expect(await calendar.locator('p.small').innerText()).toMatch(/không tính vào điểm|Không ngày nào/);
});

test('has an officer’s own fix list, narrowed by rule, as a file of the same rows', async () => {
  const page = await open('/phong/38.KV01');
  await page.locator('officer-table tbody a').first().click();
  await page.waitForURL('**/chap-hanh-vien/**');
  await page.locator('fix-list tbody tr').first().waitFor();
  await page.getByLabel('Quy tắc').selectOption('missing_money');
  await expect.poll(() => page.url()).toContain('rule=missing_money');
  await expect
    .poll(async () => new Set(await page.locator('fix-list tbody td:nth-child(2)').allInnerTexts()))
    .toEqual(new Set(['Thiếu dữ liệu tiền']));
  const link = await page.locator('fix-list a[download]').first().getAttribute('href');
  expect(link).toContain('rule=missing_money');
  expect(link).toContain('officer=');
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the %s page fits and has no fault that axe finds',
    async (scheme) => {
      const page = await open('/phong/38.KV01', {viewport, colorScheme: scheme});
      await page.locator('fix-list tbody tr').first().waitFor();
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
