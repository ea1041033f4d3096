import {expect, test} from 'vitest';
import {
  addQuery,
  changeCurrent,
  closeCurrent,
  currentOf,
  type OpenQueries,
} from '../../web/workbench/open-queries.ts';

const one: OpenQueries = {
  queries: [{id: 'q1', name: '', number: 1, text: 'select 1', saved: null, params: null}],
  current: 'q1',
};

test('a query that is added comes forward, empty, with the next number', () => {
  expect(currentOf(addQuery(one))).toMatchObject({number: 2, text: '', name: ''});
});

test('only the query in front is changed', () => {
  const {queries} = changeCurrent(addQuery(one), {text: 'select 2'});
  expect(queries.map(({text}) => text)).toEqual(['select 1', 'select 2']);
});

test('the neighbour of a closed query comes forward, and its number is not given to another that is open', () => {
  const three = addQuery(addQuery(one));
  const closed = closeCurrent({...three, current: 'q2'});
  expect(currentOf(closed).number).toBe(3);
  expect(addQuery(closed).queries.map(({number}) => number)).toEqual([1, 3, 4]);
});

test('there is always one query: closing the last opens an empty one', () => {
  expect(closeCurrent(one).queries.map(({text}) => text)).toEqual(['']);
});
