import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import axe from 'axe-core';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest';
import type {OverviewAnswer} from '../../api/answers.ts';
import {leadershipOf} from '../access.ts';
import {launchBrowser, signIn} from './browser.ts';

const screenshots = join(import.meta.dirname, '../../.build/screenshots');
const sizes = {desktop: {width: 1366, height: 768}, phone: {width: 390, height: 844}};
const firstSentence = 'Đến 31/3/2026: 685.231/688.271 hồ sơ (99,56%); còn 3.040.';

let browser: Browser;
let answer: OverviewAnswer;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const address = `${inject('nationalUrl')}/api/v1/pages/overview?as_of=2026-03-31`;
  const response = await fetch(address, {headers: leadershipOf(inject('nationalData'))});
  answer = (await response.json()) as OverviewAnswer;
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});

afterAll(() => browser.close());

/** A browser's window in which somebody of the leadership has signed in. */
async function openWindow(options: BrowserContextOptions = {}, from = browser): Promise<Page> {
  const context = await from.newContext(options);
  await signIn(context, inject('nationalUrl'));
  const page = await context.newPage();
  if (from === browser) opened.push(page);
  return page;
}

/** The first page as a reader has it once its charts are drawn. */
async function openOverview(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openWindow({viewport: sizes.desktop, colorScheme: 'light', ...options});
  await page.goto(`${inject('nationalUrl')}/${query}`);
  await page.locator('entries-figure svg').waitFor();
  await page.locator('money-panel svg').waitFor();
  return page;
}

const sentence = (page: Page) => page.locator('headline-strip strong');
const night = (page: Page) => page.locator('#night');
const shownProvinces = (page: Page) => page.locator('province-table tbody th').allInnerTexts();
const settled = (page: Page) => page.locator('.page[aria-busy="false"]').waitFor();

describe('the first page', () => {
  test('says where the nation stands on 31/3/2026, in the letter’s own figures', async () => {
    const page = await openOverview();
    expect(await sentence(page).innerText()).toBe(firstSentence);
    expect(await page.locator('headline-strip p').innerText()).toContain('thấp nhất Tây Ninh 1,20%');
  });

  test('says the same in the browser that comes with the packages', async () => {
    const packaged = await launchBrowser('');
    try {
      const page = await openWindow({}, packaged);
      await page.goto(inject('nationalUrl'));
      expect(await sentence(page).innerText()).toBe(firstSentence);
    } finally {
      await packaged.close();
    }
  });

  test('says that made-up data are made up, in either language', async () => {
    const page = await openOverview();
    expect(await page.locator('.demo').innerText()).toBe('Dữ liệu minh họa – không phải số liệu thật');
    await page.getByRole('button', {name: 'English'}).click();
    expect(await page.locator('.demo').innerText()).toBe('Demonstration data – not real figures');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await sentence(page).innerText()).toContain('685,231 of 688,271 case files');
  });

  test('shows another night when it is picked, and the one before when going back', async () => {
    const page = await openOverview();
    await night(page).selectOption('2026-03-24');
    await sentence(page).filter({hasText: 'Đến 24/3/2026'}).waitFor();
    expect(page.url()).toContain('asof=2026-03-24');
    await page.goBack();
    await sentence(page).filter({hasText: firstSentence}).waitFor();
  });

  test('shows the night that its address names', async () => {
    const page = await openOverview('?asof=2026-03-24');
    expect(await sentence(page).innerText()).toMatch(/^Đến 24\/3\/2026: /);
    expect(await night(page).inputValue()).toBe('2026-03-24');
  });

  test('says which night it used when there is none of the day asked for', async () => {
    const page = await openOverview('?asof=2026-03-30');
    expect(await page.locator('.other-night').innerText()).toBe(
      'Không có số liệu của ngày 30/3/2026; đang dùng đêm 24/3/2026.',
    );
  });

  test('says so when there is no night yet, and how to go on', async () => {
    const page = await openWindow();
    await page.goto(`${inject('nationalUrl')}/?asof=2025-01-01`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('2025');
    expect(await page.getByRole('button', {name: 'Thử lại'}).isVisible()).toBe(true);
  });

  test('says so when the server cannot be reached, and shows the figures once it can', async () => {
    const page = await openWindow();
    await page.route('**/api/v1/pages/overview*', (route) => route.abort());
    await page.goto(inject('nationalUrl'));
    await page.getByText('Không kết nối được với máy chủ.').waitFor();
    await page.unroute('**/api/v1/pages/overview*');
    await page.getByRole('button', {name: 'Thử lại'}).click();
    await sentence(page).filter({hasText: firstSentence}).waitFor();
  });
});

describe('the keyboard', () => {
  test('goes a night back with [ and forth with ]', async () => {
    const page = await openOverview();
    await page.keyboard.press('[');
    await sentence(page).filter({hasText: 'Đến 24/3/2026'}).waitFor();
    await page.keyboard.press(']');
    await sentence(page).filter({hasText: firstSentence}).waitFor();
  });

  test('begins with the way past the header', async () => {
    const page = await openOverview();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('main').evaluate((main) => main.matches(':focus'))).toBe(true);
  });

  test('chooses provinces on the map, filters the tables by them, and clears them with Esc', async () => {
    const page = await openOverview();
    await page.locator('tile-map [data-unit="14"]').focus();
    await page.keyboard.press('Enter');
    expect(await shownProvinces(page)).toEqual(['Sơn La']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect((await shownProvinces(page)).sort()).toEqual(['Phú Thọ', 'Sơn La']);
    expect(page.url()).toContain('select=14,25');
    await page.keyboard.press('Escape');
    expect(await shownProvinces(page)).toHaveLength(34);
  });

  test('sorts the table: most missing first, then as asked', async () => {
    const page = await openOverview();
    const missing = async () =>
      (await page.locator('province-table td.missing').allInnerTexts()).map((text) =>
        Number(text.replaceAll('.', '')),
      );
    expect(await missing()).toEqual((await missing()).toSorted((one, other) => other - one));
    const header = page.locator('province-table th.name');
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    const names = await shownProvinces(page);
    expect(names.slice(0, 2)).toEqual(['An Giang', 'Bắc Ninh']);
    expect(names.indexOf('Đà Nẵng')).toBeLessThan(names.indexOf('Gia Lai'));
  });
});

describe('each figure', () => {
  test('the map’s table has the 34 provinces with the figures the API gives', async () => {
    const page = await openOverview('?measure=missing&table=map');
    const rows = await page.locator('tile-map tbody tr').all();
    const shown = await Promise.all(
      rows.map(async (row) => [
        await row.locator('th').innerText(),
        Number((await row.locator('td').first().innerText()).replaceAll('.', '')),
      ]),
    );
    expect(shown).toHaveLength(34);
    expect(shown).toEqual(answer.provinces.map((province) => [province.unit_name, province.files_missing]));
  });

  test('the map draws the archipelagos as parts of their provinces', async () => {
    const page = await openOverview();
    const parts = await page
      .locator('tile-map [role="img"]')
      .evaluateAll((all) => all.map((part) => part.getAttribute('aria-label')));
    expect(parts[0]).toMatch(/^Quần đảo Hoàng Sa .*tính trong Đà Nẵng: /);
    expect(parts[1]).toMatch(/^Quần đảo Trường Sa .*tính trong Khánh Hòa: /);
  });

  test('the money panel draws a mark for every province, in the order asked for', async () => {
    const page = await openOverview();
    expect(await page.locator('money-panel svg .mark-symbol path').count()).toBe(34);
    const firstName = () => page.locator('money-panel svg .role-axis-label text').first().textContent();
    expect(await firstName()).toBe('Tây Ninh');
    await page.getByRole('button', {name: 'thiếu nhiều trước'}).click();
    const worst = answer.provinces.toSorted(
      (one, other) => other.money_files_missing - one.money_files_missing,
    )[0]!;
    await expect.poll(firstName).toBe(worst.unit_name);
  });

  test('the money table opens with a button and gives Sơn La’s share in two decimals', async () => {
    const page = await openOverview();
    await page.locator('money-panel').getByRole('button', {name: 'Xem bảng số liệu'}).click();
    const row = page.locator('money-panel tbody tr').filter({hasText: 'Sơn La'});
    expect(await row.locator('td').nth(3).innerText()).toBe('1,30%');
  });

  test('the burn-up ends at what is entered', async () => {
    const page = await openOverview();
    expect(await page.locator('entries-figure svg').textContent()).toContain('Đã nhập 685.231');
  });

  test('says when the rest will be entered at the present pace', async () => {
    const page = await openOverview();
    expect(await page.locator('entries-figure .summary').innerText()).toMatch(
      /Theo nhịp đó dự báo xong \d+\/4\/2026/,
    );
  });

  test('every download leads to a file of the night shown', async () => {
    const page = await openOverview('?asof=2026-03-24');
    const links = await page
      .locator('a[download]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toHaveLength(8);
    for (const link of links) {
      const response = await page.request.get(link);
      expect([link, response.status()]).toEqual([link, 200]);
      expect(response.headers()['content-type']).toContain(
        link.includes('format=csv') ? 'text/csv' : 'spreadsheetml',
      );
      expect(response.headers()['x-thads-night']).toBe('2026-03-24');
    }
  });
});

describe('what the browser may do', () => {
  test('asks no other host, breaks no rule of the content policy and reports no error', async () => {
    const page = await openWindow({viewport: sizes.desktop});
    const hosts = new Set<string>();
    const complaints: string[] = [];
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(inject('nationalUrl'));
    await page.locator('money-panel svg').waitFor();
    await page.locator('entries-figure svg').waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect([...hosts]).toEqual([new URL(inject('nationalUrl')).origin]);
    expect(complaints).toEqual([]);
  });

  test('shows its sentence and its table while the charts are still on the way', async () => {
    const page = await openWindow({viewport: sizes.desktop});
    await page.route('**/assets/draw-fixed-*.js', (route) => route.abort());
    await page.goto(inject('nationalUrl'));
    await sentence(page).filter({hasText: firstSentence}).waitFor();
    expect(await shownProvinces(page)).toHaveLength(34);
    await page.getByText('Không vẽ được biểu đồ.').first().waitFor();
  });
});

describe.each(Object.entries(sizes))('on a %s', (size, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the %s page has nothing that axe finds fault with',
    async (scheme) => {
      const page = await openOverview('?table=entries,map,money', {viewport, colorScheme: scheme});
      await page.evaluate(axe.source);
      const {violations} = await page.evaluate(() => window.axe.run(document));
      expect(
        violations.map(({id, nodes}) => [
          id,
          ...nodes.slice(0, 3).map((node) => node.target.flat().join(' ')),
        ]),
      ).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)(
    'the %s page fits its width and is kept as a picture',
    async (scheme) => {
      const page = await openOverview('', {viewport, colorScheme: scheme});
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      await mkdir(screenshots, {recursive: true});
      const picture = await page.screenshot({
        path: join(screenshots, `overview-${size}-${scheme}.png`),
        fullPage: true,
      });
      expect(picture.length).toBeGreaterThan(10_000);
    },
  );
});

test.each([320, 340, 390])('the page and its charts fit a screen of %d pixels', async (width) => {
  const page = await openOverview('', {viewport: {width, height: 640}});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  for (const chart of await page.locator('vega-chart .place').all()) {
    const [drawn, room] = await chart.evaluate((place) => [place.scrollWidth, place.clientWidth]);
    expect(drawn).toBe(room);
  }
});

test('the theme chosen by hand wins over the system’s', async () => {
  const page = await openOverview('?theme=dark');
  const [red = 255] = await page.evaluate(() =>
    (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number),
  );
  expect(red).toBeLessThan(64);
});

test('a night picked with a province selected keeps it selected', async () => {
  const page = await openOverview('?select=80');
  await night(page).selectOption('2026-03-24');
  await settled(page);
  expect(await shownProvinces(page)).toEqual(['Tây Ninh']);
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
