import {readFile} from 'node:fs/promises';
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

  test('shows which targets and days off are in force, each with its letter', async () => {
    const page = await open('?view=targets');
    expect(await page.locator('target-table h2').allInnerTexts()).toEqual([
      '5 mục tiêu đang dùng, mỗi mục tiêu theo một văn bản',
      '14 ngày nghỉ lễ trong năm 2026',
    ]);
    const row = page
      .getByRole('row')
      .filter({hasText: 'Tỷ lệ cập nhật hồ sơ'})
      .filter({hasText: '● đang dùng'});
    expect(await row.first().innerText()).toContain('23:59 14/4/2026');
    expect(await row.first().innerText()).toContain('CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu), mục 1');
    await page.getByRole('row').filter({hasText: '10/1/2026'}).getByText('làm bù cho 2/1/2026').waitFor();
  });

  test('proposes a target with its letter, which the leadership approves for the next night', async () => {
    const page = await open('?view=targets');
    const proposing = page.locator('target-changes');
    await proposing.getByText('Đề nghị một thay đổi').click();
    await proposing
      .getByRole('combobox', {name: 'Chỉ tiêu', exact: true})
      .selectOption({label: 'Tỷ lệ cập nhật dữ liệu về tiền'});
    await proposing.getByLabel('Áp dụng từ ngày').fill('2026-05-01');
    await proposing.getByRole('textbox', {name: /^Mục tiêu/}).fill('95');
    await proposing.getByRole('textbox', {name: /^Ngưỡng phải quyết định/}).fill('50');
    await proposing.getByLabel('Ngày cuối của hạn').fill('2026-06-30');
    await proposing.getByLabel('Số, ký hiệu văn bản').fill('99/CQLTHADS');
    await proposing.getByLabel('Điểm, khoản').fill('2');
    await proposing.getByLabel('Lý do').fill('Theo công văn mới của Cục');
    await proposing.getByRole('button', {name: 'Gửi đề nghị'}).click();
    await proposing.getByText('◇ chờ duyệt').waitFor();
    await proposing
      .getByText('từ 1/5/2026: mục tiêu 95%, ngưỡng phải quyết định 50%, hạn hết ngày 30/6/2026')
      .waitFor();
    expect(await proposing.locator('reason-form').count()).toBe(0);

    const leader = await openPage(browser, '/van-hanh');
    opened.push(leader);
    const deciding = leader.locator('target-changes');
    await deciding.getByText('1 đề nghị đổi mục tiêu, ngày nghỉ đang chờ duyệt').waitFor();
    expect(await deciding.getByText('Đề nghị một thay đổi').count()).toBe(0);
    await deciding.getByLabel('Lý do quyết định').fill('Đã đối chiếu với văn bản');
    await deciding.getByRole('button', {name: 'Duyệt', exact: true}).click();
    await deciding.getByText('● đã duyệt').waitFor();
    await deciding.getByRole('heading', {name: '1 thay đổi đã duyệt, chờ đêm số liệu sau'}).waitFor();
  });

  test('says what is wrong with a day off that is proposed', async () => {
    const page = await open('?view=targets');
    const proposing = page.locator('target-changes');
    await proposing.getByText('Đề nghị một thay đổi').click();
    await proposing.getByRole('combobox', {name: 'Thay đổi', exact: true}).selectOption('holiday');
    await proposing.getByLabel('Ngày', {exact: true}).fill('2026-04-30');
    await proposing.getByLabel('Tên ngày nghỉ').fill('Trùng ngày');
    await proposing.getByLabel('Căn cứ (văn bản)').fill('Thông báo 1');
    await proposing.getByLabel('Lý do').fill('Thử một ngày đã có');
    await proposing.getByRole('button', {name: 'Gửi đề nghị'}).click();
    expect(await proposing.getByRole('alert').innerText()).toContain('đã có trong danh sách');
  });

  test('takes back a day off after the night, chosen from those there are, once the leadership approves', async () => {
    const page = await open('?view=targets');
    const proposing = page.locator('target-changes');
    await proposing.getByText('Đề nghị một thay đổi').click();
    await proposing.getByRole('combobox', {name: 'Thay đổi', exact: true}).selectOption('removed_day_off');
    const days = proposing.getByRole('combobox', {name: /^Ngày bỏ/});
    const offered = await days.getByRole('option').allInnerTexts();
    expect(offered).toContain('22/8/2026: làm bù cho 31/8/2026');
    expect(offered.filter((day) => day.includes('Tết Nguyên đán Bính Ngọ'))).toEqual([]);
    await days.selectOption({label: '22/8/2026: làm bù cho 31/8/2026'});
    await proposing.getByLabel('Căn cứ (văn bản)').fill('Thông báo 2 của Bộ Nội vụ');
    await proposing.getByLabel('Lý do').fill('Thôi hoán đổi ngày làm việc');
    await proposing.getByRole('button', {name: 'Gửi đề nghị'}).click();
    await proposing.getByText('Bỏ ngày làm bù 22/8/2026, nghỉ như thường lệ').waitFor();

    const leader = await openPage(browser, '/van-hanh');
    opened.push(leader);
    const change = leader.locator('target-changes li').filter({hasText: 'Bỏ ngày làm bù 22/8/2026'});
    await change.getByLabel('Lý do quyết định').fill('Đã đối chiếu với văn bản');
    await change.getByRole('button', {name: 'Duyệt', exact: true}).click();
    await change.getByText('● đã duyệt').waitFor();
  });

  test('keeps a table as it is seen in a file for Excel, without what is only to be pressed', async () => {
    const page = await open();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', {name: 'Tải CSV'}).click(),
    ]);
    expect(file.suggestedFilename()).toBe('accounts.csv');
    const [heads, ...rows] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(heads).toBe('\ufeffTên đăng nhập,Họ và tên,Vai trò,Mã tỉnh,Tạo ngày,Trạng thái');
    expect(rows).toHaveLength(await page.locator('account-table tbody tr').count());
    expect(rows.find((row) => row.startsWith('demo.hoi_dong,'))).toContain(
      '"Hội đồng thi đua, khen thưởng",–,',
    );
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
    expect(await page.locator('audit-search tbody tr').first().innerText()).toMatch(
      /đăng nhập\s+session\.begin/,
    );
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
    ['dark', '?view=targets', {width: 320, height: 640}],
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
