import type {Browser} from 'playwright-core';
import {extractText, getDocumentProxy} from 'unpdf';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Role} from '../../api/roles.ts';
import {launchBrowser} from './browser.ts';
import {fitsItsWidth, openPage} from './opening.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Pages that are taken to meetings: who prints them, what says that they are drawn, and a sentence that must be there. */
const printed: readonly [Role, string, string, RegExp][] = [
  ['lanh_dao', '/', 'vega-chart svg', /Đến 31\/3\/2026: 685\.231\/688\.271 hồ sơ \(99,56%\)/],
  ['lanh_dao', '/tien', 'vega-chart svg', /Tây Ninh/],
  ['lanh_dao', '/tinh/38', 'unit-table tbody tr', /Thanh Hóa/],
  ['lanh_dao', '/thi-dua', 'ranking-table tbody tr', /Thi đua/],
  ['tinh', '/chat-luong', 'rule-table tbody tr', /Thanh Hóa/],
];

describe('on paper', () => {
  test.each(printed)('%s reads %s as a report', async (role, path, drawn, sentence) => {
    const page = await openPage(browser, path, {role});
    await page.locator(drawn).first().waitFor();
    await page.emulateMedia({media: 'print'});
    // The width of A4 within its margins, at 96 points an inch.
    await page.setViewportSize({width: 700, height: 1000});
    await expect.poll(() => fitsItsWidth(page)).toBe(true);
    const pdf = await page.pdf({
      format: 'A4',
      margin: {top: '2cm', bottom: '2cm', left: '2cm', right: '1.5cm'},
    });
    await page.context().close();

    const {text, totalPages} = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: true,
    });
    const words = text.normalize('NFC').replace(/\s+/g, ' ');
    expect(words).toMatch(sentence);
    // Where the figures come from and which night they are of goes with them; what can only be pressed does not.
    expect(words).toContain('31/3/2026');
    expect(words).toContain('Nguồn');
    expect(words).not.toMatch(/Phím tắt|Đăng xuất|Tải CSV|Xem bảng số liệu/);
    expect(totalPages).toBeLessThan(40);
  });
});
