import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {launchBrowser} from './browser.ts';
import {openPage, sizes} from './opening.ts';

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
  await page.locator('page-list nav').waitFor({state: 'attached'});
  return page;
}

const heading = (page: Page) => page.locator('h1');
const trail = (page: Page) => page.locator('nav.trail li').allInnerTexts();

describe('the list of pages', () => {
  const listed = async (role: Role) => {
    const page = await open('/_components', {role});
    return page.locator('page-list a').allInnerTexts();
  };

  test('has the figures of the nation for the leadership', async () => {
    expect((await listed('lanh_dao')).slice(0, 4)).toEqual([
      'Tổng quan',
      'Tỉnh, thành phố',
      'Dữ liệu tiền',
      'Chất lượng và việc cần sửa',
    ]);
  });

  test('has a province’s own page for its viewer, and none of the nation', async () => {
    const pages = await listed('tinh');
    expect(pages.slice(0, 2)).toEqual(['Tỉnh', 'Chất lượng và việc cần sửa']);
    expect(pages).not.toContain('Tổng quan');
  });

  test('has no figures for the administrator', async () => {
    const pages = await listed('quan_tri');
    expect(pages).not.toContain('Tổng quan');
    expect(pages).not.toContain('Chất lượng và việc cần sửa');
  });

  test('is behind a button on a phone', async () => {
    const page = await open('/', {viewport: sizes.phone});
    const link = page.getByRole('link', {name: 'Chất lượng và việc cần sửa'});
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', {name: 'Các trang'}).click();
    await link.click();
    await page.waitForURL('**/chat-luong');
  });
});

describe('going about', () => {
  test('a province’s viewer who asks for the first page begins with the province', async () => {
    const page = await open('/', {role: 'tinh'});
    await page.waitForURL('**/tinh/38');
    await heading(page).filter({hasText: 'Thanh Hóa'}).waitFor();
  });

  test('leads from the nation to an officer, with the way back above', async () => {
    const page = await open('/tinh/38');
    await page.locator('unit-table tbody a').first().click();
    await page.waitForURL('**/phong/**');
    await page.locator('officer-table tbody a').first().click();
    await page.waitForURL('**/chap-hanh-vien/**');
    await expect.poll(async () => (await trail(page)).slice(0, 2)).toEqual(['Toàn quốc', 'Thanh Hóa']);
    expect(await trail(page)).toHaveLength(4);
    await page.locator('nav.trail a', {hasText: 'Thanh Hóa'}).click();
    await page.waitForURL('**/tinh/38');
  });

  test('keeps the night when another page is opened, and goes back with the browser', async () => {
    const page = await open('/?asof=2026-03-24');
    await page.locator('page-list a', {hasText: 'Dữ liệu tiền'}).click();
    await page.waitForURL('**/tien?asof=2026-03-24');
    await page.goBack();
    await page.locator('headline-strip strong').filter({hasText: 'Đến 24/3/2026'}).waitFor();
  });

  test('says that there is no such page, and that a page is not for one’s role', async () => {
    const nowhere = await open('/_components', {role: 'quan_tri'});
    const response = await nowhere.goto(new URL('/khong-co', nowhere.url()).href);
    expect(response?.status()).toBe(404);
    const refused = await open('/tien', {role: 'tinh'});
    await refused.getByRole('heading', {name: 'Bạn không có quyền xem trang này'}).waitFor();
  });
});

describe('the keyboard', () => {
  test('finds a province without marks after /', async () => {
    const page = await open('/');
    await page.locator('headline-strip').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tay ninh');
    await page.locator('place-search li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tinh/80');
  });

  test.each([320, 800, 1366])('shows what it finds inside a window of %s pixels', async (width) => {
    const page = await open('/_components', {viewport: {width, height: 800}});
    const search = page.getByRole('banner').locator('place-search');
    await search.locator('input').fill('thanh hoa');
    await search.locator('li').first().waitFor();
    const {x, width: wide} = (await search.locator('ul').boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
  });

  test('finds an officer without marks, for the leadership and not for an analyst', async () => {
    const page = await open('/tinh/38');
    await page.locator('unit-table').waitFor();
    const officer = 'CB380006';
    await page.goto(new URL(`/chap-hanh-vien/${officer}`, page.url()).href);
    await page.locator('officer-page metric-card').first().waitFor();
    const name = await heading(page).innerText();
    const plain = name
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .replaceAll(/[đĐ]/g, 'd');
    await page.goto(new URL('/tinh/38', page.url()).href);
    await page.locator('unit-table').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(plain);
    await page.locator('place-search li', {hasText: name}).first().click();
    await page.waitForURL('**/chap-hanh-vien/**');
    expect(await heading(page).innerText()).toBe(name);

    const forAnalyst = await open('/tinh/38', {role: 'phan_tich'});
    await forAnalyst.locator('unit-table').waitFor();
    await forAnalyst.keyboard.press('/');
    await forAnalyst.keyboard.type(plain);
    await forAnalyst.getByText('Không tìm thấy đơn vị hay chỉ tiêu nào.').waitFor();
  });

  test('goes to a page with g and its letter, and not while something is typed', async () => {
    const page = await open('/');
    await page.locator('headline-strip').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('gc[');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(page.url()).not.toContain('asof');
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL('**/chat-luong');
  });

  test('opens every table with t and closes them again', async () => {
    const page = await open('/');
    await page.locator('entries-figure').waitFor();
    await page.locator('money-panel').waitFor();
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('figure-frame table').count()).toBe(3);
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('figure-frame table').count()).toBe(0);
  });

  test('shows the keys with ? and closes them with Esc', async () => {
    const page = await open('/');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', {name: 'Phím tắt'});
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('đến trang Dữ liệu tiền');
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
  });
});

test('figures not frozen by two people are said to be provisional', async () => {
  const page = await open('/');
  expect(await page.locator('.standing').innerText()).toBe('□ Tạm tính');
});
