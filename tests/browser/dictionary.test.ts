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

async function open(query = '', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, `/tu-dien${query}`, options);
  opened.push(page);
  await page.locator('dictionary-page h2').first().waitFor();
  return page;
}

describe('the dictionary', () => {
  test('says what a figure is now, by which letter, in which SQL, and from which tables', async () => {
    const page = await open('?metric=completion_rate');
    const metric = page.locator('metric-definition');
    await metric.getByText('99,56% – Toàn quốc, đêm 31/3/2026').waitFor();
    expect(await metric.locator('dl').innerText()).toContain('mục tiêu 100%');
    await metric.locator('summary').click();
    expect(await metric.locator('pre').innerText()).toContain('as numerator');
    const models = await page.locator('lineage-graph tbody th').allInnerTexts();
    expect(models).toContain('sources.ho_so');
    expect(await page.locator('lineage-graph svg g').count()).toBe(models.length);
  });

  test('another figure is one press away, and in the address', async () => {
    const page = await open();
    await page.getByRole('button', {name: 'Dữ liệu sạch'}).click();
    await page.getByRole('heading', {name: 'Dữ liệu sạch'}).waitFor();
    expect(new URL(page.url()).searchParams.get('metric')).toBe('quality_clean');
  });

  test('a province’s viewer sees the value of the province', async () => {
    const page = await open('?metric=completion_rate', {role: 'tinh'});
    await page.locator('metric-definition').getByText('Thanh Hóa').waitFor();
  });

  test('a column is found by its meaning, written without marks', async () => {
    const page = await open('?view=columns', {role: 'phan_tich'});
    await page.getByLabel('Tìm bảng, cột hoặc nghĩa').fill('ten don vi');
    await page.locator('column-dictionary summary').filter({hasText: 'marts.units'}).waitFor();
    expect(await page.locator('column-dictionary tbody th').allInnerTexts()).toContain('unit_name');
  });

  test.each([
    ['light', '', sizes.desktop],
    ['dark', '', sizes.desktop],
    ['dark', '?view=columns', sizes.desktop],
    ['light', '', {width: 320, height: 640}],
  ] as const)(
    'in the %s theme %s fits and has no fault that axe finds',
    async (colorScheme, query, viewport) => {
      const page = await open(query, {colorScheme, viewport});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
