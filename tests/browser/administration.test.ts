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

async function open(query = '', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, `/quan-tri${query}`, {role: 'quan_tri', ...options});
  opened.push(page);
  await page.locator('administration-page h2').first().waitFor();
  return page;
}

describe('the page of the administrator', () => {
  test('makes an account whose password is told once, and closes it after asking again', async () => {
    const page = await open();
    await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
    await page.getByLabel('Họ và tên').fill('Nguyễn An');
    await page.getByRole('button', {name: 'Tạo tài khoản'}).click();
    await page.getByText('Mật khẩu của an.nguyen:').waitFor();
    expect((await page.locator('shown-once code').innerText()).length).toBeGreaterThanOrEqual(12);
    await page.getByRole('button', {name: 'Đã chuyển, ẩn đi'}).click();
    expect(await page.locator('shown-once code').count()).toBe(0);

    const row = page.getByRole('row').filter({hasText: 'Nguyễn An'});
    await row.getByRole('button', {name: 'Khóa của an.nguyen'}).click();
    await page.getByRole('dialog').getByRole('button', {name: 'Khóa', exact: true}).click();
    await row.getByText('○ khóa từ').waitFor();
  });

  test('says why an account cannot be made', async () => {
    const page = await open();
    await page.getByLabel('Tên đăng nhập').fill('demo.tinh');
    await page.getByLabel('Họ và tên').fill('Trùng tên');
    await page.getByRole('button', {name: 'Tạo tài khoản'}).click();
    expect(await page.getByRole('alert').innerText()).toContain('demo.tinh');
  });

  test('makes a token whose secret is told once, and takes it back', async () => {
    const page = await open('?view=tokens');
    await page.getByLabel('Tên', {exact: true}).fill('Excel phòng tổng hợp');
    await page.getByRole('button', {name: 'Tạo token'}).click();
    await page.getByText('Bí mật của token Excel phòng tổng hợp:').waitFor();
    await page.getByRole('button', {name: 'Thu hồi của Excel phòng tổng hợp'}).click();
    await page.getByRole('row').filter({hasText: 'Excel phòng tổng hợp'}).getByText('○ thu hồi').waitFor();
  });

  test('changes only a threshold that no letter sets, and keeps the reason', async () => {
    const page = await open('?view=thresholds');
    const row = (name: string) => page.getByRole('row').filter({hasText: name}).filter({hasText: 'tập thể'});
    expect(await row('Về đích đúng hạn').getByRole('button').count()).toBe(0);
    await row('Điểm chất lượng dữ liệu').getByRole('button').click();
    await page.getByLabel('Ngưỡng mới').fill('không');
    await page.getByLabel('Lý do').fill('Thống nhất tại cuộc họp ngày 20/3/2026.');
    await page.getByRole('button', {name: 'Ghi'}).click();
    expect(await page.getByRole('alert').innerText()).toContain('một số từ 0 đến 100');
    await page.getByLabel('Ngưỡng mới').fill('90');
    await page.getByRole('button', {name: 'Ghi'}).click();
    await page.getByText('Thống nhất tại cuộc họp ngày 20/3/2026.').first().waitFor();
    expect(await page.getByRole('heading', {name: /^Đã đổi/}).count()).toBe(1);
  });

  test('finds in the log who signed in', async () => {
    const page = await open('?view=audit');
    await page.getByLabel('Người hoặc token').fill('demo.quan_tri');
    await page.getByLabel('Việc, ví dụ session.begin').fill('session.begin');
    await page.getByRole('button', {name: 'Tìm', exact: true}).click();
    await expect
      .poll(async () => new Set(await page.locator('audit-search tbody th').allInnerTexts()))
      .toEqual(new Set(['demo.quan_tri']));
  });

  test('counts a page that is opened by its role, and names the pages nobody opens', async () => {
    await open();
    const page = await open('?view=usage');
    const row = (name: string) => page.getByRole('row').filter({has: page.getByText(name, {exact: true})});
    await row('Quản trị').getByText('● có dùng').waitFor();
    expect(await row('Quản trị').innerText()).toContain('Quản trị hệ thống: ');
    await row('Chấp hành viên').getByText('○ ít dùng').waitFor();
    expect(await page.locator('usage-table h2').innerText()).toMatch(
      /^\d+\/\d+ trang có người mở trong 30 ngày qua; \d+ trang ít dùng$/,
    );
  });

  test('explains what a role may open and why, and looks at nothing in its name', async () => {
    const page = await open('?view=access');
    await page.locator('role-access').getByRole('combobox').selectOption('tinh');
    await page.getByLabel('Mã tỉnh').fill('38');
    await page.getByRole('button', {name: 'Giải thích'}).click();
    await page.getByRole('heading', {name: /^Thi hành án dân sự tỉnh mở được \d+\/\d+ trang/}).waitFor();
    const row = (name: string) => page.getByRole('row').filter({has: page.getByText(name, {exact: true})});
    expect(await row('Tổng quan').innerText()).toMatch(/✗ không\s+chỉ dành cho: Lãnh đạo Cục,/);
    expect(await row('Chất lượng và việc cần sửa').innerText()).toContain('✓ được');
    await page.getByText('Chỉ thấy dữ liệu của tỉnh 38.').waitFor();
    expect(page.url()).toContain('role=tinh');
  });

  test.each([
    ['light', '', sizes.desktop],
    ['dark', '?view=tokens', sizes.desktop],
    ['light', '?view=thresholds', {width: 320, height: 640}],
    ['dark', '?view=audit', sizes.desktop],
    ['dark', '?view=access&role=tinh&province=38', {width: 320, height: 640}],
    ['light', '?view=usage', {width: 320, height: 640}],
  ] as const)(
    'in the %s theme %s fits and has no fault that axe finds',
    async (colorScheme, query, viewport) => {
      const page = await open(query, {colorScheme, viewport});
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
