/** The ranking of persons at national size: a small first answer, and the rest when somebody asks. */
import type {Browser, Page} from 'playwright-core';
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

async function open(query = ''): Promise<Page> {
  const page = await openPage(browser, `/thi-dua?kind=individual${query}`);
  opened.push(page);
  await page.locator('.page[aria-busy="false"]').waitFor();
  return page;
}

/** The number that the first words of a text say, as `1.204 …` does. */
const numberIn = (text: string) => Number(/[\d.]+/.exec(text)![0].replaceAll('.', ''));
const listed = (page: Page) => page.locator('unranked-list tbody tr').count();

test('each answer of the page is at most 60 kB on its way, and the headline counts everybody', async () => {
  const page = await open();
  const sizes: [string, number][] = [];
  page.on('requestfinished', (request) => {
    const {pathname} = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    void request.sizes().then(({responseBodySize}) => sizes.push([pathname, responseBodySize]));
  });
  await page.reload();
  await page.locator('.page[aria-busy="false"]').waitFor();
  await expect.poll(() => sizes.some(([path]) => path.endsWith('/page'))).toBe(true);
  expect(sizes.filter(([, bytes]) => bytes > 60_000)).toEqual([]);
  const [, all] = (await page.locator('.lead').innerText()).split('/');
  expect(numberIn(all!)).toBeGreaterThan(400);
});

test('the rest comes when somebody goes on past what is there, or picks a province', async () => {
  const page = await open();
  const total = numberIn(await page.locator('unranked-list h2').innerText());
  expect(total).toBeGreaterThan(200);
  const more = page.locator('unranked-list').getByRole('button', {name: /^Hiện thêm/});
  for (const shown of [140, 240]) {
    await more.click();
    await expect.poll(() => listed(page)).toBe(shown);
  }
  expect(page.url()).toContain('all=1');

  const part = await open();
  await part.getByLabel('Tỉnh').first().selectOption({label: 'Sơn La'});
  await expect
    .poll(async () => numberIn(await part.locator('unranked-list h2').innerText()))
    .toBeLessThan(total);
});
