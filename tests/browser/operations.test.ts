import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {startServer} from '../../api/server.ts';
import {createAccount, system} from '../../api/state/accounts.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {caseFiles, onNightGround} from '../night-ground.ts';
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

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, '/van-hanh', options);
  opened.push(page);
  await page.locator('source-table').waitFor();
  return page;
}

describe('the page of operations', () => {
  test('says how the last night went, and which step took longest', async () => {
    const page = await open();
    expect(await page.locator('.headline strong').innerText()).toMatch(
      /^Đêm 31\/3\/2026 đã công bố: nạp [\d.]+ dòng/,
    );
    expect(await page.locator('night-gantt h2').innerText()).toMatch(/^Lâu nhất: .+ giây\)$/);
    expect(await page.locator('source-table h2').innerText()).toBe('Đủ 6 phần mềm nguồn đã giao');
    expect(await page.locator('source-table tbody tr').count()).toBe(6);
  });

  test('shows a month of nights, what each delivered, and the room that is left', async () => {
    const page = await open();
    const strip = page.locator('night-strip');
    await strip.locator('li').first().waitFor();
    expect(await strip.locator('li').count()).toBe(30);
    expect(await strip.locator('li.published').count()).toBe(2);
    expect(await strip.locator('h2').innerText()).toBe('2/30 đêm gần nhất đã công bố');
    expect(await strip.getByText(/Phiên bản đang dùng [\d,]+ [MG]B;.* đĩa còn trống/).count()).toBe(1);
    const delivered = page.locator('delivered-rows');
    expect(await delivered.locator('h2').innerText()).toMatch(/phần mềm/);
    expect(await delivered.getByRole('row').filter({hasText: '31/3/2026'}).count()).toBeGreaterThan(0);
  });

  test('says what changed since the night before', async () => {
    const page = await open();
    await page.locator('change-list h2').filter({hasText: 'so với đêm 24/3/2026'}).waitFor();
    expect(
      await page.locator('change-list').getByRole('rowheader', {name: 'Hồ sơ', exact: true}).count(),
    ).toBe(1);
  });

  test('going back asks the administrator for a reason, and nothing is done without one', async () => {
    const page = await open({role: 'quan_tri'});
    await page
      .getByRole('button', {name: /^Quay lại/})
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', {name: 'Quay lại'}).click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('button', {name: 'Thôi'}).click();
    expect(await page.locator('version-table').getByText('● đang dùng').count()).toBe(1);
  });

  test('an analyst sees how the night went, and no version to decide on', async () => {
    const page = await open({role: 'phan_tich'});
    expect(await page.locator('version-table').count()).toBe(0);
  });

  test('the leadership lets a held night out with a reason, and it is in use at once', () =>
    onNightGround(async (ground) => {
      ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
      ground.deliver('2026-03-25', {ho_so: caseFiles(1)});
      await ground.count();
      const password = 'một câu đủ dài để nhớ';
      const store = openStore(stateFolder(ground.folder.root));
      await createAccount(
        store,
        {id: 'an.nguyen', full_name: 'Nguyễn An', role: 'lanh_dao', password},
        system,
      );
      store.close();
      const server = await startServer({data: ground.folder.root, port: 0, host: '127.0.0.1'});
      try {
        const context = await browser.newContext({viewport: sizes.desktop});
        await context.request.post(`${server.url}/api/v1/session`, {
          headers: {origin: server.url},
          data: {account: 'an.nguyen', password},
        });
        const page = await context.newPage();
        opened.push(page);
        await page.goto(`${server.url}/van-hanh`);
        await page.getByText('1 đêm đang bị giữ lại, chờ lãnh đạo Cục quyết định.').waitFor();
        await page.getByRole('button', {name: /^Công bố/}).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Lý do').fill('Đã đối chiếu với đơn vị, số giảm là đúng.');
        await dialog.getByRole('button', {name: 'Công bố'}).click();
        await page.getByText('Đã công bố đêm 25/3/2026.').waitFor();
        expect(ground.inForce()?.night).toBe('2026-03-25');
      } finally {
        await server.close();
      }
    }));

  test.each([
    ['light', sizes.desktop],
    ['dark', sizes.desktop],
    ['light', {width: 320, height: 640}],
  ] as const)('in the %s theme fits and has no fault that axe finds', async (colorScheme, viewport) => {
    const page = await open({colorScheme, viewport});
    await page.locator('version-table').waitFor();
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});
