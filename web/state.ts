import type {Language} from '../api/answers.ts';

export const sortColumns = ['name', 'required', 'entered', 'missing', 'rate', 'change'] as const;
export type SortColumn = (typeof sortColumns)[number];

export const measures = ['completion', 'missing', 'money'] as const;
export type Measure = (typeof measures)[number];

export const moneyOrders = ['share', 'missing', 'amount'] as const;
export type MoneyOrder = (typeof moneyOrders)[number];

export const moneyBands = ['0-5', '5-50', '50-90', '90-99', '99-100', '100'] as const;
export type MoneyBandId = (typeof moneyBands)[number];

/** All that a reader can choose. It lives in the address, so a link shows what the sender saw. */
export interface State {
  asOf: string | null;
  compare: string | null;
  sort: {column: SortColumn; descending: boolean};
  measure: Measure;
  selected: readonly string[];
  moneyOrder: MoneyOrder;
  moneyBand: MoneyBandId | null;
  /** Figures whose table of numbers is open. */
  tables: readonly string[];
  language: Language;
  /** Null follows the reader's system. */
  theme: 'light' | 'dark' | null;
  /** What the controls of a single page have chosen, each under the name it has in the address. */
  choices: Readonly<Record<string, string>>;
}

export const initialState: State = {
  asOf: null,
  compare: null,
  sort: {column: 'missing', descending: true},
  measure: 'completion',
  selected: [],
  moneyOrder: 'share',
  moneyBand: null,
  tables: [],
  language: 'vi',
  theme: null,
  choices: {},
};

const shared = ['asof', 'cmp', 'sort', 'measure', 'select', 'money', 'band', 'table', 'lang', 'theme'];

/** The state an address asks for; what it does not know in it falls back to the initial state. */
export function parseState(search: string): State {
  const query = new URLSearchParams(search);
  const sort = query.get('sort') ?? '';
  const sortColumn = oneOf(sortColumns, sort.replace(/^-/, ''));
  return {
    asOf: dateIn(query.get('asof')),
    compare: dateIn(query.get('cmp')),
    sort: sortColumn ? {column: sortColumn, descending: sort.startsWith('-')} : initialState.sort,
    measure: oneOf(measures, query.get('measure')) ?? initialState.measure,
    selected: listIn(query.get('select')),
    moneyOrder: oneOf(moneyOrders, query.get('money')) ?? initialState.moneyOrder,
    moneyBand: oneOf(moneyBands, query.get('band')),
    tables: listIn(query.get('table')),
    language: oneOf(['vi', 'en'] as const, query.get('lang')) ?? initialState.language,
    theme: oneOf(['light', 'dark'] as const, query.get('theme')),
    choices: Object.fromEntries(
      [...query].filter(
        ([name, value]) => !shared.includes(name) && /^[a-z_]{1,30}$/.test(name) && value !== '',
      ),
    ),
  };
}

/** The query string of a state, the shortest that `parseState` reads back; empty for the initial state. */
export function printState(state: State): string {
  const sort = `${state.sort.descending ? '-' : ''}${state.sort.column}`;
  const parts: [string, string | null][] = [
    ['asof', state.asOf],
    ['cmp', state.compare],
    ['sort', sort === '-missing' ? null : sort],
    ['measure', state.measure === initialState.measure ? null : state.measure],
    ['select', state.selected.join(',') || null],
    ['money', state.moneyOrder === initialState.moneyOrder ? null : state.moneyOrder],
    ['band', state.moneyBand],
    ['table', state.tables.join(',') || null],
    ['lang', state.language === initialState.language ? null : state.language],
    ['theme', state.theme],
    ...Object.entries(state.choices).map(([name, value]): [string, string] => [
      name,
      encodeURIComponent(value),
    ]),
  ];
  const query = parts.flatMap(([name, value]) => (value === null ? [] : `${name}=${value}`)).join('&');
  return query && `?${query}`;
}

/** What a page's control has chosen, when it is one of its choices. */
export const choiceIn = <Choice extends string>(
  {choices}: State,
  name: string,
  known: readonly Choice[],
): Choice | null => oneOf(known, choices[name] ?? null);

/** A list with the item put in, or taken out when it was there. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: string | null): Choice | null {
  return choices.find((choice) => choice === value) ?? null;
}

function dateIn(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

function listIn(value: string | null): string[] {
  return [...new Set((value ?? '').split(',').filter((item) => /^[\w-]+$/.test(item)))];
}
