import {parse, View} from 'vega';
import {compile} from 'vega-lite';
import {expect, test} from 'vitest';
import type {MoneySums} from '../../api/answers.ts';
import {identityChart} from '../../web/charts/identity-chart.ts';
import {moneyChart} from '../../web/charts/money-chart.ts';
import type {FixedChart} from '../../web/charts/fixed-chart.ts';
import {moneyRows} from '../../web/findings/money-rows.ts';
import {identitySteps, shareKnown, wholeOf} from '../../web/findings/money-sums.ts';
import {province} from './provinces.ts';

const billion = 1_000_000_000;

/** 10 items, of which 8 have all three amounts: 100 billion is 30 enforced, 5 remitted, 60 outstanding, and 5 over. */
const sonLa: MoneySums = {
  unit_id: '14',
  unit_name: 'Sơn La',
  items: 10,
  items_due: 10,
  items_enforced: 9,
  items_outstanding: 8,
  due_vnd: 120 * billion,
  enforced_vnd: 35 * billion,
  outstanding_vnd: 60 * billion,
  whole_items: 8,
  whole_due_vnd: 100 * billion,
  whole_enforced_vnd: 30 * billion,
  whole_remitted_vnd: 5 * billion,
  whole_outstanding_vnd: 60 * billion,
  residual_vnd: 5 * billion,
  broken_items: 1,
};

const theme = {
  ink: '#111111',
  inkSoft: '#444444',
  rule: '#dddddd',
  accent: '#1f4e8c',
  alarm: '#b3261e',
  paper: '#ffffff',
  font: 'sans-serif',
};

async function textsOf({whole}: FixedChart): Promise<{text: string; color: string}[]> {
  const svg = await new View(parse(compile(whole(theme, 700)).spec), {renderer: 'none'}).toSVG();
  return [...svg.matchAll(/<text[^>]*fill="([^"]*)"[^>]*>([^<]*)</g)].map(([, color, text]) => ({
    text: text!,
    color: color!,
  }));
}

test('an amount is known of a share of the items, and of nothing where there are none', () => {
  expect(shareKnown(sonLa, 'enforced')).toBe(0.9);
  expect(shareKnown({...sonLa, items: 0, items_enforced: 0}, 'enforced')).toBeNull();
  expect(wholeOf([sonLa, sonLa])).toMatchObject({items: 20, due_vnd: 240 * billion, broken_items: 2});
});

test('the waterfall takes each part from what the one before left, down to the residual', () => {
  expect(
    identitySteps(wholeOf([sonLa])).map(({part, from, to}) => [part, from / billion, to / billion]),
  ).toEqual([
    ['due', 0, 100],
    ['enforced', 100, 70],
    ['remitted', 70, 65],
    ['outstanding', 65, 5],
    ['residual', 0, 5],
  ]);
});

test('the waterfall writes billions of đồng, and only the residual in alarm', async () => {
  const texts = await textsOf(identityChart(identitySteps(wholeOf([sonLa]))));
  expect(texts.map(({text}) => text)).toEqual(
    expect.arrayContaining(['100,0', '30,0', '60,0', '= Phần lệch']),
  );
  expect(texts.filter(({color}) => color === theme.alarm).map(({text}) => text)).toEqual(['5,0']);
});

test('provinces can be ordered by the đồng that paper has and the platform has not', () => {
  const rows = moneyRows(
    [
      province('48', 'Đà Nẵng', {entered: 1, required: 1}, {complete: 149, withMoney: 150}),
      province('80', 'Tây Ninh', {entered: 1, required: 1}, {complete: 9, withMoney: 900}),
      province('75', 'Đồng Nai', {entered: 1, required: 1}, {complete: 4_000, withMoney: 10_000}),
    ],
    'amount',
  );
  expect(rows.map(({name, amountMissing}) => [name, amountMissing])).toEqual([
    ['Đồng Nai', 6000],
    ['Tây Ninh', 891],
    ['Đà Nẵng', 1],
  ]);
});

test('the leading group has an axis of its own from 95 to 100, without the line of the floor', async () => {
  const rows = moneyRows(
    [province('48', 'Đà Nẵng', {entered: 1, required: 1}, {complete: 149, withMoney: 150})],
    'share',
  );
  const texts = (await textsOf(moneyChart(rows, 0.05, {from: 95}))).map(({text}) => text);
  expect(texts).toEqual(expect.arrayContaining(['95', '98', '100', '99,33']));
  expect(texts).not.toContain('25');
});
