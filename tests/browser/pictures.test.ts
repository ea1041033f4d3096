import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {launchBrowser} from './browser.ts';
import {openPage, sizes} from './opening.ts';

const kept = join(import.meta.dirname, '../fixtures/pictures');
const seen = join(import.meta.dirname, '../../.build/screenshots');

/** Share of a picture's points that may differ: another machine smooths letters and draws ◆ in its own way. */
const mostDifferent = 0.03;

/** The screens that decisions are read from, and what says that they are drawn. */
const screens: readonly [string, Role, string, keyof typeof sizes, string][] = [
  ['overview', 'lanh_dao', '/', 'desktop', 'vega-chart svg'],
  ['overview-phone', 'lanh_dao', '/', 'phone', 'vega-chart svg'],
  ['money', 'lanh_dao', '/tien', 'desktop', 'vega-chart svg'],
  ['quality', 'lanh_dao', '/chat-luong', 'desktop', 'quality-heat tbody tr'],
  ['ranking', 'lanh_dao', '/thi-dua', 'desktop', 'ranking-table tbody tr'],
  ['province', 'tinh', '/tinh/38', 'desktop', 'vega-chart svg'],
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test.each(screens)('%s looks as it did', async (name, role, path, size, drawn) => {
  const page = await openPage(browser, path, {role, viewport: sizes[size], reducedMotion: 'reduce'});
  await page.locator(drawn).first().waitFor();
  const shown = await pictureOf(page);
  await page.context().close();
  await mkdir(seen, {recursive: true});
  await writeFile(join(seen, `${name}.png`), shown);

  // A screen that is meant to look otherwise: look at it, then run this file once with THADS_NEW_PICTURES=1.
  if (process.env['THADS_NEW_PICTURES'] === '1') {
    await mkdir(kept, {recursive: true});
    await writeFile(join(kept, `${name}.png`), shown);
  }
  expect(existsSync(join(kept, `${name}.png`))).toBe(true);
  expect(await shareDifferent(await readFile(join(kept, `${name}.png`)), shown)).toBeLessThan(mostDifferent);
});

/** What is on the screen once fonts and figures stand still, without the moments at which the data was published. */
async function pictureOf(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  const picture = () =>
    page.screenshot({mask: [page.locator('.freshness'), page.locator('footer')], animations: 'disabled'});
  let before = await picture();
  for (;;) {
    // Nothing tells that a chart is at rest; two pictures that agree do.
    await page.waitForTimeout(300);
    const after = await picture();
    if (after.equals(before)) return after;
    before = after;
  }
}

/** The share of points that differ in colour between two pictures; 1 when they are not of one size. */
async function shareDifferent(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pointsOf(one), pointsOf(other)]);
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, {threshold: 0.2}) / (a.width * a.height);
}

async function pointsOf(picture: Buffer): Promise<ImageData> {
  const image = await loadImage(picture);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height) as unknown as ImageData;
}
