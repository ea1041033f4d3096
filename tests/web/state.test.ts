import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  initialState,
  measures,
  moneyBands,
  moneyOrders,
  parseState,
  printState,
  sortColumns,
  toggled,
  type State,
} from '../../web/state.ts';

const date = fc
  .date({min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true})
  .map((day) => day.toISOString().slice(0, 10));

const states: fc.Arbitrary<State> = fc.record({
  asOf: fc.option(date),
  compare: fc.option(date),
  sort: fc.record({column: fc.constantFrom(...sortColumns), descending: fc.boolean()}),
  measure: fc.constantFrom(...measures),
  selected: fc.uniqueArray(fc.constantFrom('01', '14', '38', '80')),
  moneyOrder: fc.constantFrom(...moneyOrders),
  moneyBand: fc.option(fc.constantFrom(...moneyBands)),
  tables: fc.uniqueArray(fc.constantFrom('entries', 'map', 'money')),
  language: fc.constantFrom('vi', 'en'),
  theme: fc.option(fc.constantFrom('light', 'dark')),
  choices: fc.dictionary(
    fc.constantFrom('tab', 'rule', 'state'),
    fc.string({minLength: 1, unit: 'grapheme'}),
  ),
});

test('a link shows what its sender saw', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseState(printState(state))).toEqual(state);
    }),
  );
});

test('the page as it is first seen has a bare address', () => {
  expect(printState(initialState)).toBe('');
  expect(parseState('')).toEqual(initialState);
});

test('an address says the night, the order and the selection in plain words', () => {
  const state: State = {
    ...initialState,
    asOf: '2026-03-31',
    sort: {column: 'rate', descending: false},
    selected: ['14', '80'],
  };
  expect(printState(state)).toBe('?asof=2026-03-31&sort=rate&select=14,80');
});

test('nonsense in an address is as if it were not there', () => {
  expect(parseState('?asof=hôm-qua&sort=-colour&theme=pink&band=7&table=<i>&select=<b>&<u>=x')).toEqual(
    initialState,
  );
});

test('choosing the same thing twice takes the choice back', () => {
  expect(toggled(['14'], '80')).toEqual(['14', '80']);
  expect(toggled(['14', '80'], '14')).toEqual(['80']);
});
