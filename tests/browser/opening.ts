import axe from 'axe-core';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {inject} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {signIn} from './browser.ts';

/** The screens that every page must fit. */
export const sizes = {desktop: {width: 1366, height: 768}, phone: {width: 390, height: 844}} as const;

/** A page of the national server as somebody of a role sees it, in a window of its own. */
export async function openPage(
  browser: Browser,
  path: string,
  {role = 'lanh_dao', ...options}: BrowserContextOptions & {role?: Role} = {},
): Promise<Page> {
  const context = await browser.newContext({viewport: sizes.desktop, colorScheme: 'light', ...options});
  await signIn(context, inject('nationalUrl'), role);
  const page = await context.newPage();
  await page.goto(`${inject('nationalUrl')}${path}`);
  return page;
}

/** What axe finds fault with on a page: each rule with the first places it is broken at. */
export async function axeFindings(page: Page): Promise<string[][]> {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => window.axe.run(document));
  return violations.map(({id, nodes}) => [
    id,
    ...nodes.slice(0, 3).map((node) => node.target.flat().join(' ')),
  ]);
}

/** Whether the page needs no scrolling sideways. */
export const fitsItsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
