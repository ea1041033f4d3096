import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {startServer, type RunningServer} from '../../api/server.ts';
import {writeDemo} from '../../warehouse/demo/demo.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {launchBrowser, signIn} from './browser.ts';
import {sizes} from './opening.ts';

let browser: Browser;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thads-live-'));
  await countNight('2026-03-30');
  server = await startServer({data: join(folder, 'data'), port: 0, host: '127.0.0.1'});
});

afterEach(async () => {
  await server.close();
  await rm(folder, {recursive: true, force: true});
});

/** Delivers a night of a small country and puts it through the real pipeline. */
async function countNight(night: string): Promise<void> {
  const landing = join(folder, 'landing');
  await writeDemo({landing, scale: 0.01, seed: 2026, nights: [night]});
  const {published} = await runNightly({landing, data: join(folder, 'data')}, createReporter('quiet'));
  expect(published).toHaveLength(1);
}

test('a night published while a page is open is shown at once, and what one was doing stays', async () => {
  const context = await browser.newContext({viewport: sizes.desktop});
  await signIn(context, server.url);
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  const headline = page.locator('headline-strip strong');
  await headline.filter({hasText: 'Đến 30/3/2026'}).waitFor();
  await page.locator('tile-map [data-unit="38"]').click();
  await expect.poll(() => new URL(page.url()).search).not.toBe('');
  const {search} = new URL(page.url());
  await page.locator('place-search input').fill('thanh h');

  await countNight('2026-03-31');
  await headline.filter({hasText: 'Đến 31/3/2026'}).waitFor();
  await page.locator('toast-note').getByText('31/3/2026').waitFor();
  expect(new URL(page.url()).search).toBe(search);
  expect(await page.locator('place-search input').inputValue()).toBe('thanh h');
  await context.close();
});
