import {join} from 'node:path';
import axe from 'axe-core';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {startBoard, type BoardWorld, type Who} from '../api/board/board-world.ts';
import {password} from '../api/signing-in.ts';

const web = join(import.meta.dirname, '../../.build/web');

/** The small world of the awards board, served with the pages as they were built. */
export const startBoardWithPages = (): Promise<BoardWorld> => startBoard('2026-03-25', {web});

/** A page of the small world, in a browser of its own in which somebody has signed in. */
export async function openAs(
  world: BoardWorld,
  browser: Browser,
  who: Who,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  // The world makes an account when somebody is first asked something.
  await world.send(who, 'GET', '/session');
  const context = await browser.newContext({viewport: {width: 1366, height: 768}, ...options});
  const {url} = world.server;
  const response = await context.request.post(`${url}/api/v1/session`, {
    headers: {origin: url},
    data: {account: who, password},
  });
  if (!response.ok()) throw new Error(`${who} cannot sign in: ${await response.text()}`);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('.page[aria-busy="false"]').waitFor();
  return page;
}

/** What axe finds wrong with a page: the rules broken, and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => window.axe.run(document));
  return violations.map(
    ({id, nodes}) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
