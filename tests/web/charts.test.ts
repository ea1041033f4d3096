import {compile} from 'vega-lite';
import {parse, View} from 'vega';
import {expect, test} from 'vitest';
import type {Chart, ChartTheme} from '../../web/charts/chart.ts';
import {fillCompiled, type FixedChart} from '../../web/charts/fixed-chart.ts';
import {compiledCharts} from '../../web/charts/compiled-charts.ts';
import {entriesChart} from '../../web/charts/entries-chart.ts';
import {identityChart} from '../../web/charts/identity-chart.ts';
import {moneyChart} from '../../web/charts/money-chart.ts';
import {pageTheme} from '../../web/charts/page-theme.ts';
import {pictureOf} from '../../web/charts/picture.ts';
import {moneyRows} from '../../web/findings/money-rows.ts';
import {province} from './provinces.ts';

const theme: ChartTheme = {
  ink: '#111111',
  inkSoft: '#444444',
  rule: '#dddddd',
  accent: '#1f4e8c',
  alarm: '#b3261e',
  paper: '#ffffff',
  font: 'sans-serif',
};

const provinces = [
  province('48', 'Đà Nẵng', {entered: 199, required: 200}, {complete: 149, withMoney: 150}),
  province('80', 'Tây Ninh', {entered: 970, required: 1000}, {complete: 9, withMoney: 900}),
  province('75', 'Đồng Nai', {entered: 500, required: 500}, {complete: 4_000, withMoney: 10_000}),
];

const entries = [
  {day: '2026-01-20', done: 10},
  {day: '2026-03-31', done: 90},
];

/** A chart drawn without a browser, with whatever Vega warned of on the way. */
async function draw(asked: Chart | FixedChart, width = 900): Promise<{svg: string; warnings: string[]}> {
  const chart = typeof asked === 'function' ? asked : asked.whole;
  const warnings: string[] = [];
  const warn = (...words: readonly unknown[]) => {
    warnings.push(words.join(' '));
    return logger;
  };
  const logger = {level: () => logger, error: warn, warn, info: () => logger, debug: () => logger};
  const {spec} = compile(chart(theme, width), {logger});
  const view = new View(parse(spec), {renderer: 'none', logger});
  const svg = await view.toSVG();
  view.finalize();
  return {svg, warnings};
}

/** A table without rows leaves a group with nothing in it. */
const areaDrawn = /mark-area[^>]*><path/;

/** Vega puts each line of a text of several into a part of its own. */
const textsIn = (svg: string) =>
  [...svg.matchAll(/<(text|tspan)[^>]*>([^<]+)<\/\1>/g)].map((match) => match[2]);

test('the burn-up names what is entered, what is required and the deadline', async () => {
  const {svg, warnings} = await draw(
    entriesChart({entries, required: 1_100, deadline: '2026-04-14T23:59:59+07:00', forecast: null}),
  );
  expect(warnings).toEqual([]);
  const texts = textsIn(svg);
  expect(texts).toContain('Phải nhập 1.100');
  expect(texts).toContain('Đã nhập 90');
  expect(texts).toContain('Hạn 14/4');
  expect(texts).toContain('┈ Nhịp đều đến hạn');
  expect(texts).toContain('20/1');
});

test('the burn-up without a deadline draws no plan', async () => {
  const plain = await draw(entriesChart({entries, required: 1_100, deadline: null, forecast: null}));
  expect(plain.warnings).toEqual([]);
  expect(textsIn(plain.svg)).not.toContain('┈ Nhịp đều đến hạn');
});

test('the burn-up dashes the forecast, in a band, as far as the later day even past the deadline', async () => {
  const forecast = {p10: '2026-04-10', p50: '2026-04-20', p90: '2026-05-05'};
  const course = {entries, required: 1_100, deadline: '2026-04-14T23:59:59+07:00'};
  const {svg, warnings} = await draw(entriesChart({...course, forecast}));
  expect(warnings).toEqual([]);
  expect(textsIn(svg)).toContain('╌ Dự báo');
  expect(svg).toContain('stroke-dasharray="5,3"');
  expect(svg).toMatch(areaDrawn);
  expect(textsIn(svg)).toContain('20/4');
  const without = await draw(entriesChart({...course, forecast: null}));
  expect(textsIn(without.svg)).not.toContain('╌ Dự báo');
  expect(without.svg).not.toMatch(areaDrawn);
});

test('the burn-up numbers the days that something happened on', async () => {
  const marked = [
    {day: '2026-01-20', number: 1},
    {day: '2026-03-26', number: 2},
  ];
  const {svg, warnings} = await draw(
    entriesChart({entries, required: 1_100, deadline: '2026-04-14T23:59:59+07:00', forecast: null, marked}),
  );
  expect(warnings).toEqual([]);
  expect(textsIn(svg).filter((text) => text === '1' || text === '2')).toEqual(['1', '2']);
});

test('the money panel keeps the order it is given, in both panels', async () => {
  for (const [order, first] of [
    ['share', 'Tây Ninh'],
    ['missing', 'Đồng Nai'],
  ] as const) {
    const rows = moneyRows(provinces, order);
    const {svg, warnings} = await draw(moneyChart(rows, 0.05));
    expect(warnings).toEqual([]);
    const names = textsIn(svg).filter((text) => rows.some((row) => row.name === text));
    expect(names).toEqual(rows.map((row) => row.name));
    expect(names[0]).toBe(first);
  }
});

test('the money panel writes shares in two decimals and colours only what is below the floor', async () => {
  const {svg} = await draw(moneyChart(moneyRows(provinces, 'share'), 0.05));
  const texts = textsIn(svg);
  expect(texts).toContain('1,00');
  expect(texts).toContain('40,00');
  expect(texts).toContain('99,33');
  expect([...svg.matchAll(/<text[^>]*fill="#b3261e"[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual([
    '1',
    '2',
    '1,00',
    '891',
  ]);
});

test('the money panel shows both ranks where there is room, and names everywhere', async () => {
  const rows = moneyRows(provinces, 'share');
  const [smallest, phone, desktop] = await Promise.all(
    [260, 330, 900].map(async (width) => textsIn((await draw(moneyChart(rows, 0.05), width)).svg)),
  );
  for (const texts of [smallest, phone, desktop]) expect(texts).toContain('Tây Ninh');
  expect(smallest).not.toContain('3');
  expect(phone).toContain('3');
  expect(desktop).toContain('3');
});

test('a picture of a chart says what it shows and where it is from, on white', async () => {
  for (const chart of [
    entriesChart({entries, required: 1_100, deadline: null, forecast: null}),
    moneyChart(moneyRows(provinces, 'share'), 0.05),
  ]) {
    const {svg, warnings} = await draw(
      pictureOf(chart.whole, {heading: 'Còn 1.010 hồ sơ', notes: ['Toàn quốc', '', 'Nguồn: đêm 31/3/2026']}),
    );
    expect(warnings).toEqual([]);
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(['Còn 1.010 hồ sơ', 'Toàn quốc', 'Nguồn: đêm 31/3/2026']),
    );
    expect(svg).toContain('fill="#ffffff"');
  }
});

test('a long heading of a picture goes on in a second line', async () => {
  const heading = 'Tây Ninh, Sơn La, Thanh Hóa, Quảng Trị '.repeat(4).trim();
  const {svg} = await draw(
    pictureOf(entriesChart({entries, required: 1_100, deadline: null, forecast: null}).whole, {
      heading,
      notes: [],
    }),
  );
  const lines = textsIn(svg).filter((text) => text?.includes('Tây Ninh'));
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(heading);
});

test('a compiled chart is filled with what a chart compiled on the spot has', async () => {
  const forecast = {p10: '2026-04-10', p50: '2026-04-20', p90: '2026-05-05'};
  const deadline = '2026-04-14T23:59:59+07:00';
  const steps = [
    {part: 'due' as const, amount: 5e9, from: 0, to: 5e9},
    {part: 'residual' as const, amount: -1e9, from: 0, to: -1e9},
  ];
  for (const chart of [
    entriesChart({entries, required: 1_100, deadline, forecast, marked: [{day: '2026-03-26', number: 1}]}),
    entriesChart({entries: [], required: 0, deadline: null, forecast: null}),
    moneyChart(moneyRows(provinces, 'share'), 0.05),
    moneyChart([], null, {from: 95}),
    identityChart(steps),
  ]) {
    for (const width of [260, 500, 900]) {
      const view = new View(parse(fillCompiled(compiledCharts[chart.name], chart.fill(width))), {
        renderer: 'none',
      });
      expect(await view.toSVG()).toBe((await draw((_, wide) => chart.whole(pageTheme, wide), width)).svg);
    }
  }
});
