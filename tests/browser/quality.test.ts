import type {Browser, Page} from 'playwright-core';
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
  await page.locator('rule-table tbody tr').first().waitFor();
  return page;
}

const rules = (page: Page) => page.locator('rule-table tbody tr');
const offences = (page: Page) => page.locator('fix-list tbody tr');

test('leads from the nation to a province’s rules and offices, and back', async () => {
  const page = await open('/chat-luong');
  expect(await rules(page).count()).toBe(24);
  expect(await page.locator('quality-heat tbody tr').count()).toBe(34);
  await page.locator('quality-heat tbody a', {hasText: 'Sơn La'}).click();
  await page.locator('.lead').filter({hasText: 'Sơn La, đến 31/3/2026'}).waitFor();
  expect(page.url()).toContain('unit=14');
  await page.getByRole('link', {name: 'Về toàn quốc'}).click();
  await page.locator('.lead').filter({hasText: 'Toàn quốc'}).waitFor();
});

test('a province begins with its own list, narrows it to a rule and reads on', async () => {
  const page = await open('/chat-luong', {role: 'tinh'});
  await page.locator('.lead').filter({hasText: 'Thanh Hóa'}).waitFor();
  await offences(page).first().waitFor();
  await rules(page).first().getByRole('link').click();
  await expect.poll(() => page.url()).toContain('rule=');
  await page.locator('fix-list h2').filter({hasText: 'theo bộ lọc'}).waitFor();
  await expect.poll(() => offences(page).count()).toBe(50);
  await page.getByRole('button', {name: 'Xem thêm lỗi'}).click();
  await expect.poll(() => offences(page).count()).toBe(100);
});

test('the awards board sees the scores and is told that case files are not for it', async () => {
  const page = await open('/chat-luong', {role: 'hoi_dong'});
  expect(await offences(page).count()).toBe(0);
  expect(await page.getByText('Vai trò của bạn không xem danh sách từng hồ sơ.').isVisible()).toBe(true);
});

test('the list is kept as a workbook with the filters of the screen', async () => {
  const page = await open('/chat-luong?unit=38&pillar=current&rule=stale');
  await offences(page).first().waitFor();
  const href = await page.locator('fix-list').getByRole('link', {name: 'Tải XLSX'}).getAttribute('href');
  expect(href).toBe('/api/v1/defects?unit=38&rule=stale&pillar=current&format=xlsx');
});

describe('the progress of fixing', () => {
  const openWork = async (options: Parameters<typeof openPage>[2] = {}) => {
    const page = await openPage(browser, '/chat-luong?view=work', options);
    opened.push(page);
    await page.locator('assigned-work tbody tr').first().waitFor();
    await page.locator('defect-ages tbody tr').first().waitFor();
    return page;
  };

  test('shows how long offences are open, by office and by officer of a province', async () => {
    const page = await openWork({role: 'tinh'});
    await page.locator('defect-ages h2', {hasText: 'lỗi còn mở, chưa lỗi nào quá 30 ngày'}).waitFor();
    await page.getByRole('button', {name: 'cán bộ', exact: true}).click();
    await expect
      .poll(() => page.locator('defect-ages a[href*="xlsx"]').getAttribute('href'))
      .toBe('/api/v1/defects/ages?unit=38&level=officer&format=xlsx');
  });

  test('work is given in a province, and said to be done it waits for the night', async () => {
    const page = await openWork({role: 'tinh'});
    const first = page.locator('section[aria-labelledby=new] tbody tr').first();
    const [office = '', rule = ''] = await first.locator('th, td').allInnerTexts();
    await first.getByRole('button', {name: 'Giao việc'}).click();
    await page.getByLabel('Ghi chú (không bắt buộc)').fill('Làm trước ngày họp giao ban');
    await page.locator('assign-dialog').getByRole('button', {name: 'Giao việc'}).click();
    const given = page
      .locator('section[aria-labelledby=heading] tbody tr')
      .filter({hasText: office})
      .filter({hasText: rule})
      .filter({hasText: 'Làm trước ngày họp giao ban'});
    await given.filter({hasText: 'Đã giao'}).waitFor();
    await given.getByRole('button', {name: 'Báo đã xong'}).click();
    await given.filter({hasText: 'Chờ kiểm đêm nay'}).waitFor();
  });

  test('an analyst sees the ages, and no work that was given', async () => {
    const page = await openPage(browser, '/chat-luong?view=work', {role: 'phan_tich'});
    opened.push(page);
    await page.locator('defect-ages tbody tr').first().waitFor();
    expect(await page.locator('assigned-work').count()).toBe(0);
  });

  test.each(Object.entries(sizes))('fits a %s, without a fault that axe finds', async (_size, viewport) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openWork({viewport, colorScheme});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});

describe('the signs of entry for form’s sake', () => {
  const openSigns = async (options: Parameters<typeof openPage>[2] = {}) => {
    const page = await openPage(browser, '/chat-luong?view=signals', options);
    opened.push(page);
    await page.locator('signal-table tbody tr').first().waitFor();
    return page;
  };

  test('are counted, said to be in no score, and lead to a province’s offices', async () => {
    const page = await openSigns();
    await page.getByText('Không tính vào điểm').waitFor();
    await page.locator('signal-table h2', {hasText: 'Nhiều nhất: Số tiền lặp lại'}).waitFor();
    const href = await page
      .locator('signal-table')
      .getByRole('link', {name: 'Tải XLSX'})
      .getAttribute('href');
    expect(href).toBe('/api/v1/quality/signals?level=province&format=xlsx');
    await page.locator('signal-table section[aria-labelledby=units] a', {hasText: 'Cà Mau'}).click();
    await expect.poll(() => page.url()).toContain('unit=96&view=signals');
    await page.locator('signal-table .subtitle').filter({hasText: 'Cà Mau'}).first().waitFor();
  });

  test('name no officer to an analyst, and no case file to the board', async () => {
    const heads = async (page: Page) => {
      await page.locator('signal-examples thead th').first().waitFor();
      return page.locator('signal-examples thead th').allInnerTexts();
    };
    expect(await heads(await openSigns({role: 'phan_tich'}))).not.toContain('Cán bộ');
    expect(await heads(await openSigns({role: 'hoi_dong'}))).not.toContain('Hồ sơ');
  });

  test.each(Object.entries(sizes))('fit a %s, without a fault that axe finds', async (_size, viewport) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openSigns({viewport, colorScheme});
      await page.locator('signal-examples tbody tr').first().waitFor();
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});

describe.each(Object.entries(sizes))('on a %s', (_size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the %s page fits and has no fault that axe finds',
    async (scheme) => {
      const page = await open('/chat-luong', {viewport, colorScheme: scheme});
      await offences(page).first().waitFor();
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
