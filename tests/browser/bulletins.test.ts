import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {launchBrowser} from './browser.ts';
import {axeFindings, fitsItsWidth, openPage, sizes} from './opening.ts';

let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  // Other pages of the suite share this server: what was made here is taken away again.
  const store = openStore(stateFolder(inject('nationalData')));
  store.db.exec('delete from bulletin_subscriptions; delete from alert_snoozes; delete from alert_rules');
  store.close();
});

afterAll(() => browser.close());

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, '/ban-tin', options);
  opened.push(page);
  await page.locator('subscription-table').waitFor();
  return page;
}

describe('the page of bulletins and alerts', () => {
  test('finds the provinces below 5 %, the four of the letter first, and says that nobody is written to yet', async () => {
    const page = await open();
    const preview = page.locator('alert-preview');
    await preview.getByRole('heading', {name: 'Tối nay không gửi cảnh báo nào'}).waitFor();
    const money = preview.locator('tbody tr').filter({hasText: 'Tỷ lệ cập nhật dữ liệu về tiền'});
    expect((await money.getByRole('rowheader').allInnerTexts()).slice(0, 4)).toEqual([
      'Tây Ninh',
      'Sơn La',
      'Thanh Hóa',
      'Quảng Trị',
    ]);
    expect(await money.first().innerText()).toContain('1,20%');
    expect(await preview.getByText('○ chưa ai đăng ký nhận').count()).toBeGreaterThan(4);
    await preview.getByText('Máy chủ chưa có cài đặt gửi thư').waitFor();
  });

  test('lets the administrator enter an address, and the leader sees who will be written to', async () => {
    const administrator = await open({role: 'quan_tri'});
    expect(await administrator.locator('alert-preview').count()).toBe(0);
    const table = administrator.locator('subscription-table');
    const form = administrator.getByRole('form', {name: 'Đăng ký'});
    await form.getByLabel('Tên đăng nhập').fill('demo.lanh_dao');
    await form.getByLabel('Bản tin').selectOption('alerts');
    await form.getByLabel('Địa chỉ thư').fill('lanh.dao@thads.example.vn');
    await form.getByRole('button', {name: 'Đăng ký'}).click();
    await table.getByRole('heading', {name: '1 đăng ký đang nhận thư'}).waitFor();

    const leader = await open();
    await leader.getByRole('heading', {name: /^Tối nay sẽ gửi 1 thư về \d+ đơn vị$/}).waitFor();
  });

  test('lets a leader make a rule, see whom it finds, and let one unit rest', async () => {
    const page = await open();
    const form = page.locator('alert-form');
    await form.getByLabel('Chỉ tiêu').selectOption({label: 'Hồ sơ còn thiếu'});
    await form.getByLabel('Cấp đơn vị').selectOption({label: 'toàn quốc'});
    await form.getByLabel('Ngưỡng').fill('abc');
    await form.getByRole('button', {name: 'Đặt quy tắc'}).click();
    await form.getByText('Ngưỡng phải là một số không âm').waitFor();
    await form.getByLabel('Ngưỡng').fill('3000');
    await form.getByLabel('Ghi chú').fill('Báo khi cả nước còn thiếu nhiều');
    await form.getByRole('button', {name: 'Đặt quy tắc'}).click();
    await page.getByText('Đã đặt quy tắc về “Hồ sơ còn thiếu”.').waitFor();
    await page
      .locator('alert-rules')
      .getByRole('heading', {name: '3 quy tắc đang theo dõi, 1 do lãnh đạo đặt'})
      .waitFor();
    const found = page.locator('alert-preview tbody tr').filter({hasText: 'Hồ sơ còn thiếu'});
    await found.getByText('3.040').waitFor();

    await page.getByRole('button', {name: 'Tạm dừng Tây Ninh, Tỷ lệ cập nhật dữ liệu về tiền'}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đến hết ngày').fill('2099-12-31');
    await dialog.getByLabel('Lý do').fill('Tỉnh đã báo cáo nguyên nhân và có kế hoạch.');
    await dialog.getByRole('button', {name: 'Tạm dừng'}).click();
    await page.getByText('Đã tạm dừng báo về Tây Ninh đến hết 31/12/2099.').waitFor();
  });

  test('opens the leaders’ page and the bulletin of a chosen province', async () => {
    const page = await open();
    const links = page.locator('bulletin-links');
    await links.getByRole('heading', {name: 'Tờ tin tuần và bản tin của 34 tỉnh, thành phố'}).waitFor();
    await links.getByRole('combobox').selectOption('80');
    const [bulletin] = await Promise.all([
      page.context().waitForEvent('page'),
      links.getByRole('link', {name: /^Mở bản tin Bản tin của .*Tây Ninh$/}).click(),
    ]);
    await bulletin.getByRole('heading', {name: 'BẢN TIN DỮ LIỆU THI HÀNH ÁN DÂN SỰ'}).waitFor();
    await bulletin.getByText('(1,20%)').waitFor();
    expect(await links.getByRole('link', {name: 'Mở bản tin Tờ tin tuần'}).getAttribute('href')).toBe(
      '/api/v1/bulletins/nation',
    );
  });

  test('shows a province its own units, and no way to change a rule', async () => {
    const page = await open({role: 'tinh'});
    const rows = page.locator('alert-preview tbody').getByRole('rowheader');
    await rows.first().waitFor();
    expect(new Set(await rows.allInnerTexts())).toEqual(new Set(['Thanh Hóa']));
    expect(await page.locator('alert-form').count()).toBe(0);
    expect(await page.getByRole('button', {name: /^Tạm dừng/}).count()).toBe(0);
  });

  test.each([
    ['light', sizes.desktop],
    ['dark', sizes.desktop],
    ['light', sizes.phone],
    ['dark', {width: 320, height: 640}],
  ] as const)('in the %s theme fits and has no fault that axe finds', async (colorScheme, viewport) => {
    const page = await open({colorScheme, viewport});
    await page.locator('alert-form').waitFor();
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});
