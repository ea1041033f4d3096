/** The board choosing whom to award: within the quotas, by the rank, with reasons, and never a dossier that came late. */
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {SizesAnswer} from '../../api/answers.ts';
import {nominations, type BoardWorld, type Who} from '../api/board/board-world.ts';
import {faultsOf, openAs, startBoardWithPages} from './board-pages.ts';
import {launchBrowser} from './browser.ts';

let world: BoardWorld;
let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([startBoardWithPages(), launchBrowser()]);
  await world.count('2026-04-30', {de_nghi_khen_thuong: nominations});
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await world[Symbol.asyncDispose]();
});

async function open(who: Who, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(world, browser, who, `/xet-chon${query}`, options);
  opened.push(page);
  return page;
}

const panel = (page: Page) => page.locator('nomination-panel');
const shortlist = (page: Page) => panel(page).getByRole('button', {name: 'Đưa vào danh sách đề cử'});

describe('a nomination', () => {
  test('is chosen from the list, and shows its dossier and what is to be verified', async () => {
    const page = await open('board');
    await page.locator('nomination-list').getByRole('button', {name: 'Lò Thị Mai'}).first().click();
    await panel(page).waitFor();
    const said = await panel(page).locator('section').innerText();
    expect(said).toContain('Nhận ngày 20/4/2026; hạn cuối hết ngày 24/4/2026: ● đúng hạn');
    expect(await panel(page).locator('pending-matters dl').innerText()).toContain(
      'Khiếu nại, tố cáo hoặc báo chí nêu đang xác minh',
    );
    expect(page.url()).toMatch(/nomination=n[56]/);
  });

  test('is told of in English for who reads English, letters as they are', async () => {
    const page = await open('board', '?nomination=n3&lang=en');
    await panel(page).getByText('Received on 25 Apr 2026').waitFor();
    expect(await panel(page).locator('pending-matters dl').innerText()).toContain(
      'Complaint, denunciation or press report being verified',
    );
  });

  test('that came after the last day is locked: no button, and the API refuses it to the board', async () => {
    const page = await open('board', '?nomination=n3');
    expect(await panel(page).locator('section').innerText()).toContain(
      '✕ gửi sau thời hạn: hồ sơ bị khóa, không vai trò nào mở được',
    );
    expect(await panel(page).getByRole('button').count()).toBe(0);
    const refused = await world.send('board', 'PUT', '/campaigns/nen-tang-so-2026/nominations/n3/shortlist', {
      is_shortlisted: true,
      reason: 'Hồ sơ tốt, xin xét bổ sung',
      revision: 0,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'dossier_late']);
    expect(refused.body.detail).toContain('Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn');
  });

  test('beyond the quota is refused with the clause', async () => {
    const page = await open('board', '?nomination=n2');
    await shortlist(page).click();
    const refusal = panel(page).getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/^Vượt chỉ tiêu: .* không quá 1 cá nhân \(.*1\.2\.2\.b\)/);
  });

  test('that passes over a better rank needs a reason, then takes a place, and is decided', async () => {
    const page = await open('board', '?nomination=n1');
    await shortlist(page).click();
    const refusal = panel(page).getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('xếp hạng cao hơn của cùng tỉnh bị bỏ qua');
    await panel(page)
      .getByLabel(/Lý do \(/)
      .fill('Đã hướng dẫn cả phòng nhập liệu từ đầu đợt');
    await shortlist(page).click();
    await panel(page).locator('.state').filter({hasText: 'trong danh sách đề cử'}).waitFor();
    expect(await page.locator('quota-cells').filter({hasText: 'đã dùng 1/1'}).count()).toBe(1);
    expect(await page.locator('quota-board h2').innerText()).toMatch(/^Đã dùng 1\//);

    await panel(page)
      .getByLabel(/Lý do \(/)
      .fill('Hội đồng nhất trí 7/7 phiếu');
    await panel(page).getByRole('button', {name: 'Khen thưởng', exact: true}).click();
    await panel(page).getByText('Đã quyết định; không đổi được nữa.').waitFor();
    expect(await panel(page).locator('ol').innerText()).toContain('Lý do: Hội đồng nhất trí 7/7 phiếu');
  });

  test('somebody else changed meanwhile is not changed over their head', async () => {
    const page = await open('board', '?nomination=n6');
    const path = '/campaigns/nen-tang-so-2026/nominations/n6/pending/discipline';
    const found = {answer: 'no', source: 'Công văn 5/TCCB', source_on: '2026-04-28', revision: 0};
    expect((await world.send('colleague', 'PUT', path, found)).status).toBe(200);
    await shortlist(page).click();
    const refusal = panel(page).getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('colleague đã ghi kết quả xác minh');
    await panel(page).getByText('Công văn 5/TCCB, 28/4/2026; colleague ghi').waitFor();
  });

  test('is the province’s own to see, and not to decide', async () => {
    const page = await open('thanh_hoa', '?nomination=n2');
    const proposers = await page.locator('nomination-list td.column-3').allInnerTexts();
    expect(new Set(proposers).size).toBe(1);
    expect(await panel(page).getByRole('button').count()).toBe(0);
  });
});

describe('the size of a province', () => {
  const form = (page: Page) => page.locator('size-form');

  async function fill(page: Page, size: string) {
    await form(page).getByText('Nhập số công chức, số phòng khu vực của một tỉnh').click();
    await form(page).getByLabel('Tỉnh').selectOption({label: 'Thanh Hóa'});
    await form(page).getByLabel('Số đúng').fill(size);
    await form(page).getByLabel('Nguồn (số văn bản)').fill('Công văn 45/THADS-TCCB');
    await form(page).getByLabel('Ngày của nguồn').fill('2026-04-02');
  }

  test('is entered by the board with its document, and gives the places that follow from it', async () => {
    const page = await open('board');
    await fill(page, '501');
    await form(page).getByText('Căn cứ: điểm 1.2.2.b, ').waitFor();
    await form(page).getByRole('button', {name: 'Ghi số liệu'}).click();
    await form(page).getByText('đang tính theo 501, được 3 chỉ tiêu').waitFor();
    await form(page).getByText('Thanh Hóa, số công chức: 501').waitFor();
    await form(page).getByText('theo Công văn 45/THADS-TCCB, 2/4/2026; board nhập').waitFor();
    await page.locator('quota-cells').filter({hasText: '501 công chức (hội đồng sửa từ'}).waitFor();
  });

  test('that somebody else entered meanwhile is not replaced over their head', async () => {
    const page = await open('board');
    const seen = await world.read<SizesAnswer>('board', '/campaigns/nen-tang-so-2026/sizes');
    const colleague = await world.send('colleague', 'POST', '/campaigns/nen-tang-so-2026/sizes', {
      province: '38',
      basis: 'civil_servants',
      size: 210,
      source: 'Công văn 46/THADS-TCCB',
      source_on: '2026-04-03',
      revision: seen.rows.at(-1)?.id ?? 0,
    });
    expect(colleague.status).toBe(201);
    await fill(page, '300');
    await form(page).getByRole('button', {name: 'Ghi số liệu'}).click();
    const refusal = form(page).getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('colleague đã sửa số liệu này thành 210');
    await form(page).getByText('đang tính theo 210, được 2 chỉ tiêu').waitFor();
  });

  test('is not for a province to enter', async () => {
    const page = await open('thanh_hoa');
    await page.locator('quota-board h2').waitFor();
    expect(await form(page).count()).toBe(0);
  });
});

test('two nominations are laid side by side', async () => {
  const page = await open('board');
  await page
    .getByLabel(/^Chọn .* để so$/)
    .nth(0)
    .check();
  await page
    .getByLabel(/^Chọn .* để so$/)
    .nth(1)
    .check();
  expect(await page.locator('nomination-comparison h2').innerText()).toBe('So 2 đề nghị đã chọn');
  expect(await page.locator('nomination-comparison thead th').count()).toBe(2);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1366, 320])('at %i pixels axe finds no fault, and nothing sticks out', async (width) => {
    const page = await open('board', '?nomination=n2&compare=n2,n6', {
      viewport: {width, height: 800},
      colorScheme,
    });
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

test('the board’s papers are drafted from its page, and say what they wait for', async () => {
  const page = await open('board');
  await page.getByRole('button', {name: 'Xem trước Dự thảo tờ trình đề nghị khen thưởng'}).click();
  await page.getByRole('alert').getByText('chưa được chốt và duyệt').waitFor();
  expect(await page.getByRole('link', {name: 'Tải Word Dự thảo biên bản họp bình xét'}).count()).toBe(1);

  const province = await open('thanh_hoa');
  await province.locator('nomination-list').waitFor();
  expect(await province.getByText('Dự thảo').count()).toBe(0);
});
