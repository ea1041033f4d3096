import {readFile} from 'node:fs/promises';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import type {Browser, Download, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {launchBrowser} from './browser.ts';
import {openPage} from './opening.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The figures that the page draws itself: where each is, how its picture is called, and what must be on it. */
const figures: readonly [string, Role, string, string, readonly string[]][] = [
  ['tile-map', 'lanh_dao', '/', 'map', ['TNI', 'dưới 90', '◆ dưới ngưỡng']],
  ['strip-plot', 'lanh_dao', '/tinh/38', 'strip-38', ['100%']],
  ['peer-comparison', 'lanh_dao', '/tinh/38', 'peers-38', ['Cả nước', 'Cùng nhóm']],
  ['quality-heat', 'lanh_dao', '/chat-luong', 'quality-VN', ['Tây Ninh', 'Cà Mau']],
  ['defect-ages', 'lanh_dao', '/chat-luong?view=work', 'defect-ages-VN', ['0–7 ngày', 'trên 30 ngày']],
  ['entry-calendar', 'lanh_dao', '/tinh/38', 'calendar-38', ['Thứ Hai', 'Ngày nghỉ cuối tuần']],
  ['ranking-table', 'lanh_dao', '/thi-dua', 'ranking-province', ['Hạng', 'Về đích']],
];

test.each(figures)(
  '%s is kept as a picture with its heading and its source',
  async (tag, role, path, name, said) => {
    const page = await openPage(browser, path, {role, viewport: {width: 1366, height: 768}});
    const figure = page.locator(tag).first();
    await figure.locator('picture-buttons').first().waitFor({state: 'attached'});
    const heading = await figure.locator('h2').first().innerText();

    const svgFile = await keptBy(page, tag, 'Ảnh SVG');
    expect(svgFile.suggestedFilename()).toBe(`${name}-2026-03-31.svg`);
    const svg = await readFile(await svgFile.path(), 'utf8');
    const texts = [...svg.matchAll(/<(text|tspan)[^>]*>([^<]*)<\/\1>/g)].map(([, , text]) => text).join(' ');
    for (const word of [heading, ...said, 'đêm 31/3/2026, phiên bản số liệu']) expect(texts).toContain(word);
    expect(svg).toContain('rgb(255, 255, 255)');
    expect(svg).not.toContain('var(--');

    const pngFile = await keptBy(page, tag, 'Ảnh PNG');
    expect(pngFile.suggestedFilename()).toBe(`${name}-2026-03-31.png`);
    const image = await loadImage(await pngFile.path());
    expect(image.width).toBeGreaterThan(900);
    const pen = createCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const {data} = pen.getImageData(0, 0, image.width, image.height);
    expect(data.some((value, index) => index % 4 === 0 && value < 100)).toBe(true);
    await page.context().close();
  },
);

async function keptBy(page: Page, tag: string, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(tag).first().getByRole('button', {name: button}).click(),
  ]);
  return download;
}
