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

async function open(address: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, address, options);
  opened.push(page);
  return page;
}

const editing = '/van-ban?template=criticism-letter';
const sentence =
  'đã cập nhật được 685.231 hồ sơ trên tổng số 688.271 hồ sơ phải nhập, đạt tỷ lệ 99,56%; còn 3.040 hồ sơ';

describe('the template of a letter', () => {
  test('is opened from the list of papers, with what it may name and what each is tonight', async () => {
    const page = await open('/van-ban');
    await page.getByRole('button', {name: 'Mở mẫu Công văn phê bình về dữ liệu tiền'}).click();
    const editor = page.locator('letter-template');
    await editor.getByRole('heading', {name: 'Mẫu: Công văn phê bình về dữ liệu tiền'}).waitFor();
    await editor.getByText('Đang dùng mẫu gốc, chưa ai sửa.').waitFor();
    const row = editor.getByRole('row', {name: /^ho_so_con_thieu/});
    expect(await row.innerText()).toContain('3.040');
    await editor.getByRole('button', {name: 'Đóng mẫu'}).click();
    await editor.waitFor({state: 'detached'});
  });

  test('is tried, kept with a reason and put back, all by keyboard where one likes', async () => {
    const page = await open(editing);
    const editor = page.locator('letter-template');
    const text = editor.getByLabel('Nội dung mẫu');
    await text.waitFor();
    await text.fill((await text.inputValue()).replace('Qua theo dõi,', 'Qua theo dõi hằng ngày,'));
    await editor.getByText('Có thay đổi chưa lưu.').waitFor();
    await editor.getByRole('button', {name: 'Xem thử'}).press('Enter');
    const preview = editor.frameLocator('iframe');
    await preview.getByText('Qua theo dõi hằng ngày,').waitFor();
    await preview.getByText(sentence).waitFor();

    await editor.getByRole('button', {name: 'Lưu mẫu'}).click();
    await editor.getByRole('alert').getByText('cần lý do, ít nhất 10 ký tự').waitFor();
    await editor.getByLabel('Lý do sửa').fill('Theo ý kiến của Phó Cục trưởng');
    await editor.getByRole('button', {name: 'Lưu mẫu'}).click();
    await editor.getByText('Đã lưu mẫu').waitFor();
    await editor.getByText('demo.lanh_dao sửa lúc').waitFor();

    await editor.getByLabel('Lý do sửa').fill('Trở về mẫu đi kèm phần mềm');
    await editor.getByRole('button', {name: 'Quay về mẫu gốc'}).click();
    await editor.getByText('Đã quay về mẫu gốc.').waitFor();
    expect(await text.inputValue()).not.toContain('hằng ngày');
    expect(await editor.locator('li').count()).toBeGreaterThanOrEqual(2);
  });

  test('takes a name from the list, and shows the line it cannot read', async () => {
    const page = await open(editing);
    const editor = page.locator('letter-template');
    const text = editor.getByLabel('Nội dung mẫu');
    await text.waitFor();
    await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
    await editor.getByRole('button', {name: 'ho_so_con_thieu'}).click();
    expect(await text.inputValue()).toMatch(/^\{\{ ho_so_con_thieu \}\}Ký hiệu/);
    await editor.getByRole('button', {name: 'Bỏ thay đổi'}).click();

    await text.fill((await text.inputValue()).replace('Qua theo dõi,', '{{ so_ho_so }}'));
    await editor.getByRole('button', {name: 'Xem thử'}).click();
    await editor.getByRole('alert').getByText('Dòng 12: không có giá trị “so_ho_so”').waitFor();
    const selected = await text.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toContain('{{ so_ho_so }}');
  });

  test('of a letter to a unit has the values of the unit that is chosen', async () => {
    const page = await open('/van-ban?template=reminder-letter');
    const editor = page.locator('letter-template');
    await editor.getByText('Chọn một đơn vị ở đầu trang').waitFor();
    await page.locator('paper-choices').getByRole('combobox', {name: 'Đơn vị'}).selectOption('38');
    await editor
      .getByRole('row', {name: /^ten_don_vi/})
      .getByText('Thi hành án dân sự tỉnh Thanh Hóa')
      .waitFor();
  });

  test('of the board says what is still missing, and is read-only for the leadership', async () => {
    const page = await open('/van-ban?template=award-minutes');
    const editor = page.locator('letter-template');
    await editor.getByText('Vai trò của bạn xem được mẫu này, không sửa được.').waitFor();
    await editor
      .getByRole('row', {name: /^lan_chot/})
      .getByText('thiếu: Bảng xếp hạng')
      .waitFor();
    expect(await editor.getByRole('button', {name: 'Lưu mẫu'}).count()).toBe(0);
  });

  test('is not shown to a province', async () => {
    const page = await open(editing, {role: 'tinh'});
    await page.getByRole('heading', {name: 'Công văn đôn đốc một đơn vị'}).waitFor();
    expect(await page.locator('letter-template').count()).toBe(0);
    expect(await page.getByRole('button', {name: /^Mở mẫu/}).count()).toBe(0);
  });

  test.each([
    ['light', sizes.desktop],
    ['dark', sizes.desktop],
    ['light', sizes.phone],
    ['dark', {width: 320, height: 640}],
  ] as const)('in the %s theme fits and has no fault that axe finds', async (colorScheme, viewport) => {
    const page = await open(editing, {colorScheme, viewport});
    await page.locator('letter-values').getByRole('row').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
  });
});
