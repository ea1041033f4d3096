/** The ranking as the board, the leadership, a province and an analyst have it on the screen. */
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {BoardWorld, Who} from '../api/board/board-world.ts';
import {faultsOf, openAs, startBoardWithPages} from './board-pages.ts';
import {launchBrowser} from './browser.ts';

let world: BoardWorld;
let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([startBoardWithPages(), launchBrowser()]);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await world[Symbol.asyncDispose]();
});

async function open(who: Who, query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(world, browser, who, `/thi-dua${query}`, options);
  opened.push(page);
  return page;
}

const ranked = (page: Page) => page.locator('ranking-table tbody tr');

describe('the ranking', () => {
  test('says who stands where, when they finished, and that it is provisional', async () => {
    const page = await open('board');
    expect(await page.locator('.lead').innerText()).toBe(
      '2/2 tỉnh, thành phố đạt mọi điều kiện và được xếp hạng.',
    );
    expect(await page.locator('.standing').last().innerText()).toBe('□ Tạm tính, chưa chốt');
    expect(await page.locator('ranking-table h2').innerText()).toBe(
      'Sơn La đứng đầu: về đích 11/3/2026, sớm 14 ngày',
    );
    const [first, second] = await ranked(page).allInnerTexts();
    expect(first).toMatch(/^1\s+Sơn La/);
    expect(second).toMatch(/^2\s+Thanh Hóa.*09:00:00 12\/3\/2026/s);
  });

  test('says why a province has its rank, and a link shows it to others', async () => {
    const page = await open('board');
    await page.getByRole('button', {name: 'Vì sao hạng này? Thanh Hóa'}).click();
    await page
      .locator('rank-explanation')
      .getByText('Đứng sau Sơn La vì ngày về đích: 12/03/2026 so với 11/03/2026.')
      .waitFor();
    expect(await page.locator('rank-explanation tr.decides').innerText()).toMatch(
      /^Ngày về đích ◄ quyết định/,
    );
    const shared = await open('leader', new URL(page.url()).search);
    await shared.locator('rank-explanation').getByText('Thanh Hóa: hạng 2/2').waitFor();
  });

  test('says between which ranks a province stays when the rules are tried a little otherwise', async () => {
    const page = await open('board', '?why=38');
    await page
      .locator('rank-explanation')
      .getByText(/^(Hạng giữ nguyên 2|Hạng nằm trong khoảng \d+–\d+) qua các phép thử dưới đây/)
      .waitFor();
  });

  test('opens the evidence on the page for SQL for who writes SQL, and lets others copy it', async () => {
    const province = await open('thanh_hoa', '?why=38');
    const evidence = province.locator('rank-explanation details').first();
    await evidence.locator('summary').click();
    const query = await evidence.locator('pre').innerText();
    await evidence.getByRole('link', {name: 'Mở trong trang SQL'}).click();
    await province.locator('.cm-content').waitFor();
    await expect
      .poll(async () => (await province.locator('.cm-content .cm-line').allInnerTexts()).join('\n'))
      .toBe(query);

    const board = await open('board', '?why=38', {permissions: ['clipboard-read', 'clipboard-write']});
    const copied = board.locator('rank-explanation details').first();
    await copied.locator('summary').click();
    await copied.getByRole('button', {name: 'Chép câu truy vấn'}).click();
    await copied.getByText('Đã chép').waitFor();
    expect(await board.evaluate(() => navigator.clipboard.readText())).toBe(query);
  });

  test('compares any two, by name', async () => {
    const page = await open('board', '?kind=office');
    await page.getByLabel('Bên thứ nhất').fill('38.NV1');
    await page.getByLabel('Bên thứ nhất').press('Tab');
    await page.getByLabel('Bên thứ hai').fill('14.KV01');
    await page.getByLabel('Bên thứ hai').press('Tab');
    const sentence = page.locator('candidate-comparison .sentence');
    await sentence.waitFor();
    expect(await sentence.innerText()).toContain('vì ngày về đích: 11/03/2026 so với 12/03/2026.');
    expect(page.url()).toContain('first=38.NV1&second=14.KV01');
  });

  test('tries another last day beside the record, which stays as it was', async () => {
    const page = await open('board');
    const before = await ranked(page).allInnerTexts();
    const panel = page.locator('what-if-panel');
    await panel.getByLabel('Ngày cuối được coi là đúng hạn').fill('2026-03-11');
    await panel.getByRole('button', {name: 'Thử tính'}).click();
    await panel.getByText('Giả định: 1 không còn được xếp hạng').waitFor();
    expect(await panel.locator('tbody tr').innerText()).toMatch(/^Thanh Hóa\s+2\s+không xếp hạng/);
    expect(await panel.locator('h2').innerText()).toContain('giả định, không thay kết quả');
    expect(await ranked(page).allInnerTexts()).toEqual(before);
  });

  test('tries the finish at the share of the campaign, and a quality threshold a point higher, by one press', async () => {
    const panel = (await open('board')).locator('what-if-panel');
    await panel.getByRole('button', {name: 'Nếu về đích được tính ở 99,50%'}).click();
    await panel.getByText('Về đích được tính ở mức: 100% → 99,50%').waitFor();
    await panel.getByRole('button', {name: 'Nếu ngưỡng chất lượng cao hơn: 91,00%'}).click();
    await panel.getByText('Điểm chất lượng dữ liệu: 90,00% → 91,00%').waitFor();
    const file = await panel.getByRole('link', {name: 'Tải bảng thử tính (XLSX)'}).getAttribute('href');
    expect(file).toContain('quality=0.91');
  });

  test('says what is wrong with a threshold that cannot be tried', async () => {
    const panel = (await open('board')).locator('what-if-panel');
    await panel.getByLabel('Ngưỡng chất lượng (%)').fill('101');
    await panel.getByRole('button', {name: 'Thử tính'}).click();
    expect(await panel.getByRole('alert').innerText()).toContain('cần một số từ 0 đến 100');
  });

  test('shows an analyst the ranks of units, but no explanation, no freeze and no persons', async () => {
    const page = await open('analyst');
    expect(await ranked(page).count()).toBe(2);
    expect(await page.getByRole('button', {name: /^Vì sao/}).count()).toBe(0);
    expect(await page.locator('freeze-panel, objection-panel, what-if-panel').count()).toBe(0);
    expect(await page.getByRole('button', {name: 'Cá nhân'}).count()).toBe(0);
  });
});

describe('an objection', () => {
  test('is filed by a province about its own place, and the board decides it with a reason', async () => {
    const province = await open('thanh_hoa');
    const filing = province.locator('objection-panel');
    await filing.getByText('Gửi đề nghị xem lại').click();
    await filing.getByLabel('Về đơn vị, cá nhân').fill('Thanh Hóa (38)');
    await filing.getByLabel('Nội dung').fill('Ngày về đích chưa đúng, đã nhập đủ từ 10/3');
    await filing.getByLabel('Căn cứ').fill('Biên bản số 12/BB-THADS');
    await filing.getByLabel('Tệp đính kèm').setInputFiles({
      name: 'Biên bản số 12.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await filing.getByRole('button', {name: 'Gửi đề nghị'}).click();
    await filing.getByText('1 đề nghị xem lại đang chờ hội đồng').waitFor();

    const board = await open('board');
    const deciding = board.locator('objection-panel');
    await deciding.getByText('“Biên bản số 12.pdf” (PDF, 1 kB)').waitFor();
    const download = board.waitForEvent('download');
    await deciding.getByRole('link', {name: 'Tải tệp đính kèm'}).click();
    expect((await download).suggestedFilename()).toBe('de-nghi-xem-lai-1.pdf');
    await deciding.getByRole('button', {name: 'Bác'}).click();
    await deciding.getByRole('alert').waitFor();
    await deciding.getByLabel('Lý do quyết định').fill('Nhật ký nhập cho thấy hồ sơ cuối vào ngày 12/3');
    await deciding.getByRole('button', {name: 'Bác'}).click();
    await deciding.getByText('✕ bác').waitFor();
    expect(await deciding.locator('section').innerText()).toContain('board quyết định');

    const other = await open('son_la');
    expect(await other.locator('objection-panel section').innerText()).toContain('Chưa có đề nghị nào.');
  });
});

describe('freezing', () => {
  test('takes the board to propose and the leadership to approve, and the page then says it is frozen', async () => {
    const board = await open('board');
    await board.getByRole('button', {name: 'Đề nghị chốt bảng này'}).click();
    await board.getByText('Có đề nghị chốt đang chờ người thứ hai duyệt').waitFor();
    expect(await board.getByRole('button', {name: 'Duyệt chốt'}).count()).toBe(0);

    const leader = await open('leader');
    await leader.getByRole('button', {name: 'Không duyệt'}).click();
    await leader.locator('freeze-panel').getByText('Không duyệt thì phải nêu lý do').waitFor();
    await leader.getByRole('button', {name: 'Duyệt chốt'}).click();
    await leader.locator('.headline').getByText('■ Đã chốt lúc').waitFor();
    await leader.getByRole('button', {name: 'Xem bảng đã chốt số 1 và chênh lệch'}).click();
    await leader.getByText('Tính lại từ dữ liệu đã lưu: đúng mã SHA-256').waitFor();
    await leader.getByText('Cả 2 thứ hạng tối nay giống bảng đã chốt.').waitFor();

    const province = await open('thanh_hoa');
    expect(await province.locator('.headline').innerText()).toContain('■ Đã chốt lúc');
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([1366, 320])('at %i pixels axe finds no fault, and nothing sticks out', async (width) => {
    const page = await open('board', '?why=38', {viewport: {width, height: 800}, colorScheme});
    await page.locator('rank-explanation h3').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
