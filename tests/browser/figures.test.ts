import {readFile} from 'node:fs/promises';
import type {Browser, Download, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {launchBrowser} from './browser.ts';
import {openPage} from './opening.ts';

let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});

afterAll(() => browser.close());

/** The first page with its charts drawn. */
async function openOverview(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, '/', options);
  opened.push(page);
  await page.locator('entries-figure svg').waitFor();
  return page;
}

async function keptBy(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('entries-figure').getByRole('button', {name: button}).click(),
  ]);
  return download;
}

test('keeps a chart as an SVG with its heading, its night and a word that the data are made up', async () => {
  const page = await openOverview({colorScheme: 'dark'});
  const download = await keptBy(page, 'Ảnh SVG');
  expect(download.suggestedFilename()).toBe('entries-2026-03-31.svg');
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('Be Vietnam Pro');
  expect(svg).toContain(await page.locator('entries-figure h2').innerText());
  expect(svg).toContain('đêm 31/3/2026, phiên bản số liệu');
  expect(svg).toContain('Dữ liệu minh họa – không phải số liệu thật');
  // On paper, whatever the theme: no colour is left to a page that is not there.
  expect(svg).toContain('rgb(255, 255, 255)');
  expect(svg).not.toContain('var(--');
});

test('keeps a chart as a PNG wide enough for a sheet of A4', async () => {
  const download = await keptBy(await openOverview(), 'Ảnh PNG');
  expect(download.suggestedFilename()).toBe('entries-2026-03-31.png');
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1800);
});

test('copies the sentence of a figure with what it is about, and says so', async () => {
  const page = await openOverview({permissions: ['clipboard-read', 'clipboard-write']});
  const figure = page.locator('tile-map');
  await figure.getByRole('button', {name: 'Sao chép câu tóm tắt'}).click();
  await figure.getByText('Đã sao chép câu tóm tắt.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(await figure.locator('h2').innerText());
  expect(copied).toContain(await figure.locator('.summary').innerText());
  expect(copied).toContain('đến 31/3/2026');
});

test('copies the sentence of a table too, beside its files', async () => {
  const page = await openOverview({permissions: ['clipboard-read', 'clipboard-write']});
  const table = page.locator('province-table');
  await table.getByRole('button', {name: 'Sao chép câu tóm tắt'}).click();
  await table.getByText('Đã sao chép câu tóm tắt.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(await table.locator('h2').innerText());
  expect(copied).toContain('đến 31/3/2026');
  expect(await table.locator('table-ways a[download]').allInnerTexts()).toEqual(['Tải CSV', 'Tải XLSX']);
});

test('says what to do where the browser does not let a page copy', async () => {
  const page = await openOverview({permissions: []});
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const figure = page.locator('tile-map');
  await figure.getByRole('button', {name: 'Sao chép câu tóm tắt'}).click();
  await figure.getByText('Trình duyệt không cho sao chép').waitFor();
});
