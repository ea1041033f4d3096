import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {
  DefectAgesAnswer,
  EntriesAnswer,
  OverviewAnswer,
  Problem,
  UnitPageAnswer,
} from '../../api/answers.ts';
import {drawingOf, withLetters} from '../../api/pictures/draw.ts';
import {paperTheme} from '../../api/pictures/theme.ts';
import {moneyChart} from '../../web/charts/money-chart.ts';
import {formatCount, formatRate} from '../../web/format.ts';
import type {MoneyRow} from '../../web/findings/money-rows.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'demo-31', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const row = (name: string, missing: number): MoneyRow => ({
  unitId: '38',
  name,
  value: 0.5,
  status: 'near',
  complete: missing,
  withMoney: 2 * missing,
  missing,
  amountMissing: null,
  rankByShare: 1,
  rankByMissing: 1,
});

/** The words on a drawing, as a reader sees them. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );

describe('a picture of the first page’s course', () => {
  test('has its heading, its source, and as many days as there are', async () => {
    const response = await server.get('/pictures/entries');
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('x-thads-night')).toBe('2026-03-31');
    const svg = await response.text();
    const texts = textsOf(svg).join(' ');
    expect(texts).toContain('Hồ sơ đã nhập, lũy kế · toàn quốc');
    expect(texts).toContain('đêm 31/3/2026, phiên bản số liệu demo-31');
    expect(texts).toContain('Số liệu minh họa, không phải số liệu thật');
    const {rows} = await server.read<EntriesAnswer>('/entries');
    // The one thick line there is.
    const path = /d="([^"]*)"[^>]*stroke-width="2.5"|stroke-width="2.5"[^>]*d="([^"]*)"/.exec(svg);
    expect((path?.[1] ?? path?.[2] ?? '').match(/[ML]/g)).toHaveLength(rows.length);
  });

  test('brings its letters, and asks for nothing from anywhere', async () => {
    const response = await server.get('/pictures/entries');
    const svg = await response.text();
    expect(svg).toMatch(/@font-face\{font-family:"Be Vietnam Pro";font-weight:400/);
    const addresses = [...svg.matchAll(/(?:https?:|file:|url\((?!data:font))[^"')]*/g)].map(
      ([found]) => found,
    );
    expect(addresses.filter((found) => !found.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('as a PNG is not blank, on white, and as wide as asked, twice as fine', async () => {
    const response = await server.get('/pictures/entries?format=png&width=640');
    expect(response.headers.get('content-type')).toBe('image/png');
    const image = await loadImage(Buffer.from(await response.arrayBuffer()));
    // The chart and a margin on either side; what stands beside its axes may add some.
    expect(image.width).toBeGreaterThanOrEqual(2 * 640);
    expect(image.width).toBeLessThan(2 * 800);
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const {data} = context.getImageData(0, 0, image.width, image.height);
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    const dark = data.filter((value, i) => i % 4 === 0 && value < 100).length;
    expect(dark).toBeGreaterThan(1000);
  });

  test('is not sent again to who has it', async () => {
    const first = await server.get('/pictures/entries?format=png');
    const etag = first.headers.get('etag') ?? '';
    const again = await server.get('/pictures/entries?format=png', {'if-none-match': etag});
    expect(again.status).toBe(304);
  });
});

test('the charts of money have a mark for each province, and the sums of all', async () => {
  const money = await (await server.get('/pictures/money')).text();
  expect(textsOf(money)).toEqual(expect.arrayContaining(['Thanh Hóa', 'Sơn La', 'Đà Nẵng']));
});

describe('what the page draws without a chart', () => {
  const textsAt = async (path: string) => textsOf(await (await server.get(path)).text());

  test('is a map of all provinces, by the measure asked', async () => {
    const {provinces} = await server.read<OverviewAnswer>('/pages/overview');
    const tiles = await textsAt('/pictures/map?measure=missing');
    const counts = provinces.map(({files_missing}) => files_missing.toLocaleString('vi-VN'));
    expect(tiles).toEqual(expect.arrayContaining(counts));
    expect(tiles).toEqual(expect.arrayContaining(['TH ◆', 'Quần đảo Hoàng Sa (TP. Đà Nẵng)']));
    expect((await textsAt('/pictures/map')).join(' ')).toContain('Tỷ lệ nhập hồ sơ · 34 tỉnh, thành phố');
  });

  test('is the quality of every unit below, lowest first', async () => {
    const {below} = await server.read<UnitPageAnswer>('/pages/unit');
    const texts = await textsAt('/pictures/quality');
    const names = below
      .toSorted(
        (one, other) => (one.figures.quality_score.value ?? 2) - (other.figures.quality_score.value ?? 2),
      )
      .map(({unit_name}) => unit_name);
    expect(texts.filter((text) => names.includes(text))).toEqual(names);
  });

  test('is a province beside others, and its units side by side', async () => {
    const {unit, standings, below} = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    const peers = await textsAt('/pictures/peers?unit=38');
    expect(standings).not.toHaveLength(0);
    for (const {median} of standings ?? []) expect(peers).toContain(formatRate(median));
    const strip = (await textsAt('/pictures/strip?unit=38')).join(' ');
    const known = below.filter(({figures}) => figures.money_coverage.value !== null).length;
    expect(strip).toContain(`${unit.unit_name}: ${known} đơn vị có số liệu`);
  });

  test('is what was entered each day', async () => {
    const {entries} = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    const most = Math.max(...(entries ?? []).map(({entered}) => entered));
    const texts = await textsAt('/pictures/calendar?unit=38');
    expect(texts.some((text) => text.endsWith(formatCount(most)))).toBe(true);
    expect(texts).toEqual(expect.arrayContaining(['Thứ Hai', 'Chủ nhật']));
  });

  test('is how old the open offences are, to the last one', async () => {
    const {rows} = await server.read<DefectAgesAnswer>('/defects/ages');
    const old = rows.reduce((sum, row) => sum + row.up_to_7_days, 0);
    expect(await textsAt('/pictures/ages')).toEqual(expect.arrayContaining(['0–7 ngày', formatCount(old)]));
  });
});

test.each([
  ['/pictures/pie', 404, 'entries, money, identity'],
  ['/pictures/map?unit=38', 422, 'chỉ có của toàn quốc'],
  ['/pictures/quality?measure=money', 422, 'measure chỉ dùng cho bản đồ ô'],
  ['/pictures/ranking', 422, 'cần mã đợt thi đua'],
  ['/pictures/ages?as_of=2026-03-24', 422, 'chỉ có của đêm mới nhất'],
  ['/pictures/peers', 404, 'không có hình này'],
  ['/pictures/entries?width=20', 422, '320'],
  ['/pictures/entries?format=gif', 422, 'svg, png'],
  ['/pictures/money?unit=38', 422, 'chỉ có của toàn quốc'],
])('%s is refused with a sentence', async (path, status, said) => {
  const response = await server.get(path);
  expect(response.status).toBe(status);
  expect(((await response.json()) as Problem).detail).toContain(said);
});

test('a province has no picture of the nation or of another province', async () => {
  const own = server.as('tinh', '38');
  for (const path of [
    '/pictures/entries?unit=VN',
    '/pictures/entries?unit=14',
    '/pictures/money',
    '/pictures/map',
    '/pictures/quality?unit=14',
    '/pictures/calendar?unit=14',
    '/pictures/ages?unit=14',
  ]) {
    expect([path, (await server.get(path, own)).status]).toEqual([path, 403]);
  }
});

describe('a drawing', () => {
  test('has the same figures as its rows, written the Vietnamese way', async () => {
    const rows = [row('Cà Mau', 17_694), row('Đắk Lắk', 739)];
    const texts = textsOf(await drawingOf(moneyChart(rows, 0.05).whole(paperTheme, 900)));
    expect(texts).toEqual(expect.arrayContaining(['Cà Mau', 'Đắk Lắk', '17.694', '739', '50,00']));
  });

  test.each([
    '<script>alert(1)</script>',
    '"); process.exit(1); ("',
    'url(http://example.org/x.png)',
    "=HYPERLINK('x')",
    '\u202eđảo ngược',
    "datum['x']",
  ])('shows the hostile name %j as a text and nothing more', async (name) => {
    const svg = await drawingOf(moneyChart([row(name, 1), row('Sơn La', 2)], null).whole(paperTheme, 1600));
    expect(svg).not.toMatch(/<script|<image|<foreignObject|href=/);
    expect(textsOf(svg).some((text) => text === name || name.startsWith(text.replace('…', '')))).toBe(true);
  });

  test('fetches nothing, whatever its spec says', async () => {
    const drawn = drawingOf({data: {url: 'http://127.0.0.1:9/x.json'}, mark: 'bar', encoding: {}});
    expect(await drawn.catch(String)).not.toMatch(/ECONNREFUSED/);
  });

  test('sets each line of a title apart, and brings the weights it uses', async () => {
    const svg = withLetters(
      await drawingOf({
        title: {text: ['một', 'hai'], anchor: 'end', fontWeight: 700},
        data: {values: [{x: 1}]},
        mark: 'point',
        encoding: {},
      }),
    );
    expect(svg).toMatch(/<text [^>]*y="0">một<\/text><text [^>]*y="1\d+">hai<\/text>/);
    expect(svg).toContain('font-weight:700;');
  });
});

test('the colours on paper are the light ones of the page', () => {
  const style = readFileSync(join(import.meta.dirname, '..', '..', 'web', 'style.css'), 'utf8');
  const light = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+)`).exec(style)?.[1];
  expect(paperTheme).toEqual({
    ink: light('ink'),
    inkSoft: light('ink-soft'),
    rule: light('rule'),
    accent: light('accent'),
    alarm: light('alarm'),
    paper: light('paper'),
    font: 'Be Vietnam Pro',
  });
});
