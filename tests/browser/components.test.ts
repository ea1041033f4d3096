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

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, '/_components', options);
  opened.push(page);
  await page.locator('metric-card').first().waitFor();
  return page;
}

test('shows every standing with its word, not its colour alone', async () => {
  const page = await open();
  expect(
    await page
      .locator('components-page .row > status-chip')
      .evaluateAll((chips) => chips.map((chip) => chip.shadowRoot?.textContent?.trim())),
  ).toEqual(['● đạt', '◐ chưa đạt', '◆ dưới ngưỡng', '○ không đặt chỉ tiêu', '– không có số liệu']);
});

test('opens a dialog that Esc closes, and a toast that stays until it is closed', async () => {
  const page = await open();
  await page.getByRole('button', {name: 'Mở hộp thoại'}).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({state: 'hidden'});
  await page.getByRole('button', {name: 'Hiện thông báo'}).click();
  const toast = page.getByText('Thông báo mẫu');
  await toast.waitFor();
  await page.getByRole('button', {name: 'Đóng'}).click();
  await toast.waitFor({state: 'hidden'});
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'every part fits and has no fault that axe finds, %s',
    async (scheme) => {
      const page = await open({viewport, colorScheme: scheme});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
