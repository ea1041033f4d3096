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

/** The page for SQL as an analyst has it, ready to be written in. */
async function openSql(query = '', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, `/sql${query}`, {role: 'phan_tich', ...options});
  opened.push(page);
  await page.locator('.cm-content').waitFor();
  return page;
}

/** Writes a query in place of what is there. */
async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(sql);
}

const facts = (page: Page) => page.locator('result-tabs .facts strong');
const cells = (page: Page) => page.locator('result-grid [role=gridcell]').allInnerTexts();

const provinces = `select unit_name, length(unit_name) as do_dai
from marts.units
where unit_level = $cap
order by unit_name collate vi`;

describe('the page for SQL', () => {
  test('an analyst writes a query with suggestions, runs it, draws it, keeps it and shares it', async () => {
    const page = await openSql('', {permissions: ['clipboard-read', 'clipboard-write']});
    await write(page, 'select unit_na');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').getByText('Tên đơn vị').first().waitFor();
    // The editor takes no key within 75 ms of the list's opening, so that none is chosen by mistake.
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.locator('.cm-content').filter({hasText: 'unit_name'}).waitFor();

    await write(page, provinces);
    await page.getByLabel('$cap', {exact: true}).fill('province');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Enter');
    await facts(page).waitFor();
    expect(await facts(page).innerText()).toContain('34 dòng');

    await page.getByRole('tab', {name: 'Biểu đồ'}).click();
    await page.locator('result-figure svg').waitFor();
    expect(await page.locator('figcaption').innerText()).toContain('do_dai cao nhất');
    expect(await page.locator('result-figure .mark-rect path').count()).toBe(34);

    const name = `Đơn vị theo cấp ${Date.now()}`;
    await page.getByLabel('Tên câu').fill(name);
    await page.getByLabel('Chia sẻ với những người dùng SQL khác').check();
    await page.getByRole('button', {name: 'Lưu', exact: true}).click();
    await page.getByText(`Đã lưu “${name}”, bản 1.`).waitFor();
    await page.getByRole('button', {name: 'Chép liên kết'}).click();
    await page.getByText('Đã chép liên kết').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));

    const other = await openSql(link.search, {role: 'tinh'});
    await other.locator('.cm-content').filter({hasText: 'collate vi'}).waitFor();
    expect(await other.getByLabel('$cap', {exact: true}).inputValue()).toBe('province');
    await other.getByRole('button', {name: 'Chạy', exact: true}).click();
    await facts(other).waitFor();
  });

  test('a query that takes long is stopped by its button, and the next one runs', async () => {
    const page = await openSql();
    await write(page, 'select sum(sin(i)) from range(100000000000) as numbers(i)');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', {name: 'Dừng'}).click();
    await page.getByRole('alert').getByText('Đã dừng theo yêu cầu.').waitFor();
    await write(page, 'select 42 as dap_an');
    await page.keyboard.press('Control+Enter');
    await facts(page).waitFor();
    expect(await cells(page)).toEqual(['42']);
  });

  test('what is wrong is underlined, said with its place, and put right by a button', async () => {
    const page = await openSql();
    await write(page, 'select count(*)\nfrom marts.unit');
    await page.keyboard.press('Control+Enter');
    await page.locator('.cm-lintRange-error').waitFor();
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('marts.unit');
    expect(await page.getByRole('alert').innerText()).toContain('Dòng 2, cột 6.');
    await page.getByRole('button', {name: 'Thay bằng marts.units'}).click();
    await page.keyboard.press('Control+Enter');
    await facts(page).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('only the statement at the cursor runs', async () => {
    const page = await openSql();
    await write(page, 'select 1 as mot;\nselect 2 as hai');
    await page.keyboard.press('Control+Enter');
    await facts(page).waitFor();
    expect(await cells(page)).toEqual(['2']);
  });

  test('a hundred thousand rows are walked by keyboard, with only those in sight drawn', async () => {
    const page = await openSql();
    await write(
      page,
      'select i as so, (i / 4)::decimal(12, 2) as mot_phan_tu from range(100000) as numbers(i)',
    );
    await page.getByLabel('Số dòng nhiều nhất').selectOption('100000');
    await page.getByRole('button', {name: 'Chạy', exact: true}).click();
    await facts(page).waitFor();
    expect(await facts(page).innerText()).toContain('100.000 dòng');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+End');
    const last = page.locator('result-grid [aria-rowindex="100001"]');
    await last.waitFor();
    expect(await last.locator('[role=gridcell]').allInnerTexts()).toEqual(['99.999', '24.999,75']);
    expect(await page.locator('result-grid .rows .row').count()).toBeLessThan(60);
  });

  test('a query is laid out anew with its parameters as they were, and one that is not complete stays', async () => {
    const page = await openSql();
    await write(page, 'select unit_name,count(*) as n from marts.units where unit_level=$cap group by all');
    await page.getByRole('button', {name: 'Định dạng'}).click();
    await page.locator('.cm-content').filter({hasText: 'unit_level = $cap'}).waitFor();
    expect(await page.locator('.cm-content .cm-line').allInnerTexts()).toEqual([
      'select',
      '    unit_name,',
      '    count(*) as n',
      'from',
      '    marts.units',
      'where',
      '    unit_level = $cap',
      'group by all',
    ]);
    await write(page, 'select ((');
    await page.getByRole('button', {name: 'Định dạng'}).click();
    await page.getByRole('alert').getByText('chưa hoàn chỉnh').waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain('select ((');
  });

  test('queries are open in tabs that are opened, named, left and closed by keyboard, and outlast a reload', async () => {
    const page = await openSql();
    const tab = (name: string) => page.locator('query-tabs').getByRole('tab', {name});
    await write(page, 'select 1 as mot');
    await page.getByRole('button', {name: 'Thêm thẻ'}).press('Enter');
    await tab('Câu 2').waitFor();
    await write(page, 'select $so as hai');
    await page.getByLabel('$so', {exact: true}).fill('tám');

    await tab('Câu 2').focus();
    await page.keyboard.press('F2');
    await page.getByLabel('Tên thẻ').fill('Câu có tham số');
    await page.keyboard.press('Enter');
    await tab('Câu có tham số').waitFor();
    await tab('Câu có tham số').press('ArrowLeft');
    await page.locator('.cm-content').filter({hasText: 'select 1 as mot'}).waitFor();

    await page.reload();
    await page.locator('.cm-content').filter({hasText: 'select 1 as mot'}).waitFor();
    await tab('Câu 1').press('ArrowRight');
    await page.locator('.cm-content').filter({hasText: 'select $so as hai'}).waitFor();
    expect(await page.getByLabel('$so', {exact: true}).inputValue()).toBe('tám');
    await tab('Câu có tham số').press('Delete');
    await page.locator('.cm-content').filter({hasText: 'select 1 as mot'}).waitFor();
    expect(await page.locator('query-tabs').getByRole('tab').allInnerTexts()).toEqual(['Câu 1']);
  });

  test('tells each column in figures, and the plan step by step', async () => {
    const page = await openSql();
    await write(page, 'select unit_name from marts.units');
    await page.keyboard.press('Control+Enter');
    await facts(page).waitFor();
    await page.getByRole('tab', {name: 'Hồ sơ cột'}).click();
    await page.getByRole('heading', {name: /^Hồ sơ 1 cột của/}).waitFor();
    await page.getByRole('tab', {name: 'Kế hoạch'}).click();
    await page.getByRole('heading', {name: /^Kế hoạch gồm/}).waitFor();
    await page.getByRole('tab', {name: 'Lịch sử'}).click();
    await page
      .locator('query-history code')
      .filter({hasText: 'select unit_name from marts.units'})
      .first()
      .waitFor();
  });

  test.each([
    ['light', sizes.desktop],
    ['dark', sizes.desktop],
    ['light', {width: 320, height: 640}],
  ] as const)('in the %s theme fits and has no fault that axe finds', async (colorScheme, viewport) => {
    const page = await openSql('', {colorScheme, viewport});
    await page.getByRole('button', {name: 'Chạy', exact: true}).click();
    await facts(page).waitFor();
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});
