import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {comesAlong, fetchJson} from '../../web/client.ts';

/** The addresses that were asked over the network, which answers each with its own name. */
let asked: string[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(Response.json(`the network's ${path}`));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const fetched = (path: string) => fetchJson(path, new AbortController().signal);

test('what comes along with a page is not asked for, even before it is there', async () => {
  const {promise, resolve} = Promise.withResolvers<unknown>();
  comesAlong('/list', promise);
  const found = fetched('/list');
  resolve('the page’s list');
  expect([await found, asked]).toEqual(['the page’s list', []]);
});

test('it is taken up once: whoever asks again asks anew', async () => {
  comesAlong('/list', Promise.resolve('the page’s list'));
  expect([await fetched('/list'), await fetched('/list')]).toEqual([
    'the page’s list',
    "the network's /list",
  ]);
});

test('what a page is shown without is asked for by itself, and so is what failed with it', async () => {
  comesAlong('/refused', Promise.resolve(null));
  comesAlong('/failed', Promise.reject(new Error('The page was left')));
  expect([await fetched('/refused'), await fetched('/failed')]).toEqual([
    "the network's /refused",
    "the network's /failed",
  ]);
});

test('what nobody took up is soon forgotten', async () => {
  vi.useFakeTimers();
  comesAlong('/list', Promise.resolve('the page’s list'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await fetched('/list')).toBe("the network's /list");
});

test('a later answer of the page takes the place of an earlier one', async () => {
  comesAlong('/list', Promise.resolve('of the night before'));
  comesAlong('/list', Promise.resolve('of the night'));
  expect(await fetched('/list')).toBe('of the night');
});
