import {readFile} from 'node:fs/promises';
import {readXlsx} from 'hucre/xlsx';
import type {Browser, Page} from 'playwright-core';
import {extractText, getDocumentProxy} from 'unpdf';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {launchBrowser} from './browser.ts';
import {axeFindings, fitsItsWidth, openPage, sizes} from './opening.ts';

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
  await page.locator('paper-links').first().waitFor();
  return page;
}

/** The file that a link gives, and its name. */
async function download(page: Page, link: RegExp): Promise<{name: string; content: Uint8Array}> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: link}).click(),
  ]);
  return {name: file.suggestedFilename(), content: new Uint8Array(await readFile(await file.path()))};
}

const papers = (page: Page) => page.locator('papers-page h3').allInnerTexts();

describe('the page of papers', () => {
  test('shows a paper as it will be signed, and gives it as Word, PDF and Excel', async () => {
    const page = await open('/van-ban');
    await page.getByRole('button', {name: 'Xem trước Danh sách đơn vị bị phê bình về dữ liệu tiền'}).click();
    const preview = page.frameLocator('iframe[title^="Bản xem trước"]');
    await preview.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
    expect(await preview.getByRole('row', {name: /Tây Ninh/}).innerText()).toContain('1,20%');

    const pdf = await download(page, /^Tải PDF Danh sách đơn vị bị phê bình/);
    expect(pdf.name).toBe('phu-luc-phe-binh-du-lieu-tien-2026-03-31.pdf');
    const {text} = await extractText(await getDocumentProxy(pdf.content), {mergePages: true});
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Tây Ninh');

    const xlsx = await download(page, /^Tải Excel Danh sách đơn vị bị phê bình/);
    const {sheets} = await readXlsx(xlsx.content);
    expect(sheets[1]!.rows[1]!.slice(0, 2)).toEqual([1, 'Tây Ninh']);

    const word = await download(page, /^Tải Word Danh sách đơn vị bị phê bình/);
    expect(word.name).toBe('phu-luc-phe-binh-du-lieu-tien-2026-03-31.docx');
  });

  test('makes papers for the unit, form and period in the address, and keeps them there', async () => {
    const page = await open('/van-ban?unit=38&form=TIEN&period=2026-5');
    expect(await page.getByRole('combobox', {name: 'Đơn vị', exact: true}).inputValue()).toBe('38');
    expect(await page.getByRole('combobox', {name: 'Kỳ báo cáo', exact: true}).inputValue()).toBe('2026-5');
    const link = page.getByRole('link', {name: /^Tải PDF Biểu thống kê/});
    expect(await link.getAttribute('href')).toBe(
      '/api/v1/papers/statistical-form?unit=38&loai_bieu=TIEN&nam=2026&so_thang=5&format=pdf',
    );
    await page.getByRole('combobox', {name: 'Biểu', exact: true}).selectOption('VIEC');
    await page.waitForURL('**/van-ban?unit=38&form=VIEC&period=2026-5');
    await expect.poll(() => link.getAttribute('href')).toContain('loai_bieu=VIEC');
  });

  test('offers a province its own papers alone', async () => {
    const page = await open('/van-ban', {role: 'tinh'});
    const offered = await papers(page);
    expect(offered).toContain('Danh sách lỗi dữ liệu phải sửa của đơn vị');
    expect(offered).not.toContain('Danh sách đơn vị bị phê bình về dữ liệu tiền');
    const units = await page
      .getByRole('combobox', {name: 'Đơn vị', exact: true})
      .locator('option')
      .allInnerTexts();
    expect(units.join()).toContain('Thanh Hóa');
    expect(units.join()).not.toContain('Toàn quốc');
    await page.getByRole('button', {name: 'Xem trước Danh sách lỗi dữ liệu phải sửa của đơn vị'}).click();
    await page
      .frameLocator('iframe[title^="Bản xem trước"]')
      .getByText('TRƯỞNG THI HÀNH ÁN DÂN SỰ')
      .waitFor();
  });

  test.each([
    ['light', sizes.desktop],
    ['dark', sizes.desktop],
    ['light', sizes.phone],
    ['dark', {width: 320, height: 640}],
  ] as const)('in the %s theme fits and has no fault that axe finds', async (colorScheme, viewport) => {
    const page = await open('/van-ban', {colorScheme, viewport});
    await page.getByRole('button', {name: /^Xem trước Danh sách đơn vị/}).click();
    await page.locator('iframe').waitFor();
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});

test.each([
  ['/tien', 'Phụ lục: danh sách đơn vị bị phê bình', 'criticised-provinces?'],
  [
    '/doi-chieu',
    'Phụ lục: bảng đối chiếu chi tiết',
    'paper-against-platform?loai_bieu=VIEC&nam=2026&so_thang=6&',
  ],
  ['/thi-dua', 'Phụ lục: bảng xếp hạng kèm lý do', 'ranking?campaign=nen-tang-so-2026&kind=province&'],
  ['/xet-chon', 'Phụ lục: danh sách đề nghị khen thưởng kèm lý do', 'shortlist?campaign=nen-tang-so-2026&'],
  ['/tinh/38', 'Phụ lục: danh sách lỗi phải sửa của đơn vị', 'fix-list?unit=38&'],
  ['/chat-luong?unit=38', 'Phụ lục: danh sách lỗi phải sửa của đơn vị', 'fix-list?unit=38&'],
])('the page %s leads to the paper made of its rows', async (path, name, address) => {
  const page = await open(path);
  const link = page.getByRole('link', {name: `Tải Word ${name}`});
  expect(await link.getAttribute('href')).toBe(`/api/v1/papers/${address}format=docx`);
});
