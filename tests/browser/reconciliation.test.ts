/** Paper beside the platform, for the nation and for one province, on the screen. */
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest';
import type {ReconciliationAnswer} from '../../api/answers.ts';
import type {Role} from '../../api/roles.ts';
import {formValue} from '../../web/form-value.ts';
import {leadershipOf} from '../access.ts';
import {faultsOf} from './board-pages.ts';
import {launchBrowser, signIn} from './browser.ts';

let browser: Browser;
let nation: ReconciliationAnswer;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const response = await fetch(`${inject('nationalUrl')}/api/v1/reconciliation?level=nation`, {
    headers: leadershipOf(inject('nationalData')),
  });
  nation = (await response.json()) as ReconciliationAnswer;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});
afterAll(() => browser.close());

async function open(query = '', role: Role = 'lanh_dao', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}, ...options});
  await signIn(context, inject('nationalUrl'), role);
  const page = await context.newPage();
  opened.push(page);
  await page.goto(`${inject('nationalUrl')}/doi-chieu${query}`);
  await settled(page);
  return page;
}

const settled = (page: Page) => page.locator('.page[aria-busy="false"]').waitFor();
const units = (page: Page) => page.locator('unit-gaps tbody tr');

test('says how far paper and platform lie apart in the nation, and shows every indicator of both', async () => {
  const page = await open();
  const total = nation.rows.find(({code}) => code === 'TONG_THU_LY')!;
  const [paper, platform] = [total.paper, total.platform].map((value) => formValue(value, total, 'VIEC'));
  expect(await page.locator('.lead').innerText()).toContain(
    `tổng thụ lý trên giấy ${paper}, trên nền tảng ${platform}; lệch `,
  );
  expect(await page.locator('paired-figures tbody tr').count()).toBe(nation.rows.length);
});

test('says why the platform is not shown by the 63 provinces of before, and which of them each is made of', async () => {
  const page = await open();
  await page.getByRole('button', {name: '63 tỉnh cũ'}).click();
  const crosswalk = page.locator('province-crosswalk');
  await crosswalk.locator('tbody tr').first().waitFor();
  expect(await crosswalk.locator('h2').innerText()).toBe('23/34 tỉnh, thành phố nay gộp từ nhiều tỉnh cũ');
  expect(await crosswalk.locator('tbody tr', {hasText: 'Thái Nguyên'}).innerText()).toContain(
    'Thái Nguyên (19), Bắc Kạn (06)',
  );
  expect(await crosswalk.locator('.why').innerText()).toContain('Không chia được số liệu');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', {name: '34 tỉnh nay'}).click();
  await expect.poll(() => crosswalk.count()).toBe(0);
});

test('names the identities that do not hold, on the side on which they do not', async () => {
  const page = await open();
  const broken = nation.identities.filter(({residual}) => residual !== 0);
  expect(await page.locator('identity-table tbody tr').count()).toBe(5);
  expect(await page.locator('identity-table .alarm').count()).toBe(broken.length);
});

test('a province says why an indicator differs, and the leadership signs its record', async () => {
  const province = await open('', 'tinh');
  const record = (page: Page) => page.locator('gap-record');
  await record(province).getByText('Đối chiếu từng hồ sơ cần sổ thụ lý điện tử').waitFor();
  await record(province).getByText('Giải trình phần lệch', {exact: true}).click();
  await record(province).getByLabel('Lý do').selectOption('sai_ky');
  await record(province).getByLabel('Giải trình', {exact: true}).fill('Tính cả việc thụ lý sau ngày chốt');
  await record(province).getByRole('button', {name: 'Ghi giải trình'}).click();
  const row = (page: Page) =>
    record(page).locator('tbody tr').filter({hasText: 'Tính cả việc thụ lý sau ngày chốt'});
  await row(province).filter({hasText: 'Tính sai kỳ'}).waitFor();

  const leader = await open();
  await row(leader).getByRole('button', {name: 'Chốt biên bản'}).click();
  await row(leader).getByRole('button', {name: 'Chốt', exact: true}).click();
  await row(leader).filter({hasText: '● đã chốt'}).waitFor();
  await units(leader).filter({hasText: '● đã chốt'}).first().waitFor();
  expect(await record(leader).locator('h2').innerText()).toContain('1 đơn vị đã chốt');
});

test('has the 34 provinces with the largest gap first, each in its band, 13 on the list for praise', async () => {
  const page = await open();
  expect(await units(page).count()).toBe(34);
  const gaps = await page.locator('unit-gaps tbody td:nth-of-type(3)').allInnerTexts();
  const sizes = gaps.map((gap) => Number(gap.replace(/\D/g, '')));
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  const praised = await units(page).filter({hasText: 'trong 13 tỉnh lệch nhỏ nhất'}).count();
  expect(praised).toBeGreaterThanOrEqual(13);
});

test('leads from a province to its offices and back, and the address says where one is', async () => {
  const page = await open();
  await units(page).getByRole('link', {name: 'Xem các phòng của Thanh Hóa'}).click();
  await page.locator('.lead').filter({hasText: 'Thanh Hóa: tổng thụ lý'}).waitFor();
  expect(page.url()).toContain('province=38');
  expect(await units(page).first().innerText()).toContain('Thanh Hóa');
  await page.getByRole('button', {name: 'Về toàn quốc'}).click();
  await page.locator('.lead').filter({hasText: 'Toàn quốc: tổng thụ lý'}).waitFor();
});

test('shows money, another period and another indicator when they are chosen', async () => {
  const page = await open();
  await page.getByRole('button', {name: 'Về tiền'}).click();
  await page.locator('.lead').filter({hasText: 'triệu đồng'}).waitFor();
  await page.getByLabel('Kỳ báo cáo').selectOption({label: '5 tháng năm 2026'});
  await page.locator('.headline').filter({hasText: '28/2/2026'}).waitFor();
  await settled(page);
  await page.getByLabel('Chỉ tiêu', {exact: true}).selectOption({label: 'Thụ lý mới'});
  expect(await page.locator('unit-gaps .subtitle').innerText()).toContain('Thụ lý mới theo đơn vị');
  expect(new URL(page.url()).search).toBe('?form=TIEN&period=2026-5&indicator=THU_LY_MOI');
});

test('shows a province its own figures and its offices, and no way to others', async () => {
  const page = await open('', 'tinh');
  expect(await page.locator('.lead').innerText()).toMatch(/^Thanh Hóa:/);
  expect(await page.getByRole('button', {name: 'Về toàn quốc'}).count()).toBe(0);
});

test('says so when there is nothing of a period', async () => {
  const context = await browser.newContext();
  await signIn(context, inject('nationalUrl'));
  const page = await context.newPage();
  opened.push(page);
  await page.goto(`${inject('nationalUrl')}/doi-chieu?period=2011-3`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('kỳ 3 tháng năm 2011');
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1366, 320])('at %i pixels axe finds no fault, and nothing sticks out', async (width) => {
    const page = await open('', 'lanh_dao', {viewport: {width, height: 800}, colorScheme});
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
