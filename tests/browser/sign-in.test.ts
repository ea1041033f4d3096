import axe from 'axe-core';
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, inject, test} from 'vitest';
import {demoAccounts} from '../../api/first-accounts.ts';
import {launchBrowser} from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const {id: account, password} = demoAccounts[0]!;

/** The page as a stranger finds it. */
async function arrive(query = '', width = 1366): Promise<void> {
  const context = await browser.newContext({viewport: {width, height: 768}, colorScheme: 'light'});
  page = await context.newPage();
  await page.goto(`${inject('nationalUrl')}/${query}`);
  await page.getByRole('heading', {name: 'Đăng nhập'}).waitFor();
}

test('a stranger signs in by the keyboard alone, sees the page the link names, and who they are', async () => {
  await arrive('?asof=2026-03-24');
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.locator('headline-strip strong').filter({hasText: 'Đến 24/3/2026'}).waitFor();
  expect(await page.locator('reader-chip .role').innerText()).toBe('Lãnh đạo Cục');
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('a wrong password is said in words, and what was typed stays', async () => {
  await arrive();
  await page.getByLabel('Tên đăng nhập').fill(account);
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu');
  await page.locator('form').getByRole('button', {name: 'Đăng nhập'}).click();
  expect(await page.getByRole('alert').innerText()).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
  expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(account);
});

test('signing out ends the session, and reloading the page does not bring it back', async () => {
  await arrive();
  await page.getByRole('button', {name: 'demo.lanh_dao'}).click();
  await page.getByRole('button', {name: 'Đăng xuất'}).click();
  await page.getByRole('heading', {name: 'Đăng nhập'}).waitFor();
  await page.reload();
  await page.getByRole('heading', {name: 'Đăng nhập'}).waitFor();
  expect(await page.locator('headline-strip').count()).toBe(0);
});

test('who sees personal data is asked why, and then sees the page', async () => {
  await arrive();
  await page.getByRole('button', {name: 'demo.phan_tich_pii'}).click();
  await page.getByLabel('Mục đích của phiên này').fill('Trả lời đơn khiếu nại số 12/2026');
  await page.getByRole('button', {name: 'Tiếp tục'}).click();
  await page.locator('headline-strip strong').waitFor();
});

test('a role that may not see the nation begins with the first page that it may see', async () => {
  await arrive();
  await page.getByRole('button', {name: 'demo.quan_tri'}).click();
  await page.getByRole('heading', {name: 'Vận hành', level: 1}).waitFor();
  expect(new URL(page.url()).pathname).toBe('/van-hanh');
  expect(await page.locator('headline-strip').count()).toBe(0);
});

test.each([1366, 320])('at %i pixels axe finds no fault, and nothing sticks out', async (width) => {
  await arrive('', width);
  await page.getByRole('button', {name: 'demo.tinh'}).waitFor();
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => window.axe.run(document));
  expect(violations.map(({id, nodes}) => [id, ...nodes.map((node) => node.target.flat().join(' '))])).toEqual(
    [],
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
