/**
 * States what a leader waits for, in a real browser four times slower than the machine, and what each page fetches.
 * A part of `npm run bench`; alone: `node tests/bench/browser.ts DATA_FOLDER`, where the data is made up.
 */
import {pathToFileURL} from 'node:url';
import type {Browser, BrowserContext, CDPSession, Page} from 'playwright-core';
import type {Role} from '../../api/roles.ts';
import {startServer} from '../../api/server.ts';
import {launchBrowser, signIn} from '../browser/browser.ts';

type Say = (what: string, figure: string) => void;

const slowDown = 4;

const pages: readonly [Role, string][] = [
  ['lanh_dao', '/'],
  ['lanh_dao', '/tinh/38'],
  ['lanh_dao', '/tien'],
  ['lanh_dao', '/chat-luong'],
  ['lanh_dao', '/doi-chieu'],
  ['lanh_dao', '/thi-dua'],
  ['hoi_dong', '/xet-chon'],
];

/** Serves made-up data and measures the overview, the grid, and what pages fetch. */
export async function measureBrowser(data: string, say: Say): Promise<void> {
  const server = await startServer({data, port: 0, host: '127.0.0.1'});
  const browser = await launchBrowser();
  try {
    await measureOverview(browser, server.url, say);
    await measureScrolling(browser, server.url, say);
    for (const [role, path] of pages) await measureFetched(browser, server.url, role, path, say);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A first visit with nothing kept: its bytes, its largest text, its first chart, and what answers a key or a click. */
async function measureOverview(browser: Browser, url: string, say: Say): Promise<void> {
  // The server has answered it once: a browser begins anew, a night does not.
  const warm = await openSlowly(browser, url, 'lanh_dao', 1);
  await warm.page.goto(url);
  await warm.page.locator('vega-chart svg').first().waitFor();
  await warm.context.close();
  const {context, page, devtools} = await openSlowly(browser, url, 'lanh_dao');
  await page.addInitScript(watchPaints);
  await page.goto(url);
  await page.locator('vega-chart svg').first().waitFor();
  const firstChart = await page.evaluate(() => performance.now());
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({name}) => name.endsWith('.js'))
      .map(({startTime, encodedBodySize}) => ({startTime, size: encodedBodySize})),
  );
  // The largest is Vega; what is asked for with it or after it is of the charts, too.
  const vega = scripts.reduce((largest, script) => (script.size > largest.size ? script : largest));
  const sizeOf = (some: typeof scripts) => kilobytes(some.reduce((sum, {size}) => sum + size, 0));
  const before = scripts.filter(({startTime}) => startTime < vega.startTime);
  const charts = scripts.filter(({startTime}) => startTime >= vega.startTime);
  say('Overview, JavaScript before charts', `${sizeOf(before)} compressed  (aim 60 kB)`);
  say('Overview, chart chunk', `${sizeOf(charts)} compressed  (aim 160 kB, at most 310 kB)`);
  const largest = await page.evaluate(() => window.paints.largest);
  say(`Overview, largest text at 1/${slowDown} speed`, `${seconds(largest)}  (aim 1.2 s)`);
  say(`Overview, first chart at 1/${slowDown} speed`, `${seconds(firstChart)}  (aim 1.8 s)`);

  const interactions: [string, () => Promise<void>][] = [
    ['filter', () => page.locator('tile-map [data-unit="38"]').click()],
    ['sort', async () => page.locator('province-table thead button').nth(1).click()],
    ['as-of', () => page.keyboard.press('[')],
  ];
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: 1});
  // The provinces are a table on request; it is opened before anything is measured.
  await page.keyboard.press('t');
  await page.locator('province-table tbody tr').first().waitFor();
  for (const [name, interact] of interactions) {
    await page.evaluate(() => {
      window.paints.slowest = 0;
    });
    await interact();
    // The browser tells of a slow answer when it is over; of a quick one it tells nothing.
    await page.waitForTimeout(1_000);
    const taken = await page.evaluate(() => window.paints.slowest);
    say(`Overview, ${name} to paint`, `${taken === 0 ? 'under 16' : Math.round(taken)} ms  (aim 100 ms)`);
  }
  await context.close();
}

/** A hundred thousand rows wheeled through for three seconds: how long the longest frame was. */
async function measureScrolling(browser: Browser, url: string, say: Say): Promise<void> {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}});
  await signIn(context, url, 'phan_tich');
  const page = await context.newPage();
  await page.goto(`${url}/sql`);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    "select i as so, (i / 4)::decimal(12, 2) as mot_phan_tu, 'Hồ sơ ' || i as ten from range(100000) as numbers(i)",
  );
  await page.getByLabel('Số dòng nhiều nhất').selectOption('100000');
  await page.getByRole('button', {name: 'Chạy', exact: true}).click();
  await page.locator('result-tabs .facts strong').waitFor();
  const box = (await page.getByRole('grid').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(watchFrames);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 900);
    // A hand turns a wheel twenty times a second.
    await page.waitForTimeout(50);
  }
  const {longest, count} = await page.evaluate(() => window.frames_seen);
  say('Grid of 100.000 rows, longest frame', `${Math.round(longest)} ms of ${count} frames  (aim 50 ms)`);
  await context.close();
}

/** How many data requests a page makes beside the frame's, and how large they are on the wire. */
async function measureFetched(
  browser: Browser,
  url: string,
  role: Role,
  path: string,
  say: Say,
): Promise<void> {
  const {context, page, devtools} = await openSlowly(browser, url, role, 1);
  const answers = await transfersOf(devtools, /\/api\/v1\/(?!session|pages\/frame|events)/);
  await page.goto(url + path);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  // What a page asks once it is drawn counts, too.
  await page.waitForTimeout(1_000);
  const sizes = [...answers.values()];
  say(
    `Data of ${path}`,
    `${sizes.length} requests, the largest ${kilobytes(Math.max(0, ...sizes))}  (aim 1, 60 kB)`,
  );
  await context.close();
}

async function openSlowly(
  browser: Browser,
  url: string,
  role: Role,
  rate = slowDown,
): Promise<{context: BrowserContext; page: Page; devtools: CDPSession}> {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}});
  await signIn(context, url, role);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', {rate});
  return {context, page, devtools};
}

/** Bytes on the wire of every answer whose address matches, filled while the page loads. */
async function transfersOf(devtools: CDPSession, addresses: RegExp): Promise<Map<string, number>> {
  const names = new Map<string, string>();
  const sizes = new Map<string, number>();
  devtools.on('Network.responseReceived', ({requestId, response}) => {
    if (addresses.test(response.url)) names.set(requestId, response.url);
  });
  devtools.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    const name = names.get(requestId);
    if (name !== undefined) sizes.set(name, encodedDataLength);
  });
  await devtools.send('Network.enable');
  return sizes;
}

declare global {
  interface Window {
    paints: {largest: number; slowest: number};
    frames_seen: {longest: number; count: number};
  }
}

/** Runs in the page: keeps the moment of the largest text, and the slowest answer to a click or a key. */
function watchPaints(): void {
  window.paints = {largest: 0, slowest: 0};
  new PerformanceObserver((list) => {
    for (const {startTime} of list.getEntries()) window.paints.largest = startTime;
  }).observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries())
      window.paints.slowest = Math.max(window.paints.slowest, duration);
  }).observe({type: 'event', durationThreshold: 16} as PerformanceObserverInit);
}

/** Runs in the page: keeps the longest time between two frames from now on. */
function watchFrames(): void {
  window.frames_seen = {longest: 0, count: 0};
  let before = performance.now();
  const look = (now: number) => {
    window.frames_seen.longest = Math.max(window.frames_seen.longest, now - before);
    window.frames_seen.count += 1;
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await measureBrowser(process.argv[2]!, (what, figure) => console.log(`${what.padEnd(56)} ${figure}`));
