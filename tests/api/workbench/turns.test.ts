import {describe, expect, test} from 'vitest';
import {Turns} from '../../../api/workbench/turns.ts';

const limits = {atOnce: 4, perPerson: 2, waiting: 64, waitingPerPerson: 8};
const stays = new AbortController().signal;

/** Queries that run until they are told to end, and who has begun, in order. */
function startQueries() {
  const turns = new Turns(limits);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (person: string) => {
    const query = turns.take(person, stays, () => {
      begun.push(person);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
    query.catch(() => undefined);
    return query;
  };
  return {ask, begun, endFirst: () => ends.shift()!()};
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  test('one person alone has two queries at a time', async () => {
    const {ask, begun} = startQueries();
    for (const person of ['a', 'a', 'a']) void ask(person);
    await settle();
    expect(begun).toEqual(['a', 'a']);
  });

  test('two people with all they may have leave a place for a third', async () => {
    const {ask, begun} = startQueries();
    for (const person of ['a', 'a', 'b', 'b', 'c']) void ask(person);
    await settle();
    expect(begun).toEqual(['a', 'a', 'b', 'c']);
  });

  test('who has waited longest is next, among those who may run', async () => {
    const {ask, begun, endFirst} = startQueries();
    for (const person of ['a', 'b', 'c', 'd', 'd', 'e', 'f']) void ask(person);
    await settle();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    endFirst();
    await settle();
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('the ninth that one person has waiting is refused, and says when to ask again', async () => {
    const {ask} = startQueries();
    for (let asked = 0; asked < 10; asked += 1) void ask('a');
    await expect(ask('a')).rejects.toThrow('hãy thử lại sau 10 giây');
  });
});
