import {describe, expect, test} from 'vitest';
import {longestWait, Throttle} from '../../api/state/throttle.ts';
import {startTestServer} from './running-server.ts';
import {addAccount, ask, password, signIn} from './signing-in.ts';

/** A throttle whose clock stands still until it is moved. */
function throttleAt() {
  const time = {now: 0};
  return {time, throttle: new Throttle(() => time.now)};
}

const tryOften = (throttle: Throttle, times: number, account: string, address: string) => {
  for (let n = 0; n < times; n++) throttle.tried(account, address);
};

describe('guessing', () => {
  test('costs nothing five times, then one second, two, four', () => {
    const {throttle} = throttleAt();
    tryOften(throttle, 5, 'an', '10.0.0.1');
    expect(throttle.waitFor('an', '10.0.0.1')).toBe(0);
    const waits = [1, 2, 3].map(() => {
      throttle.tried('an', '10.0.0.1');
      return throttle.waitFor('an', '10.0.0.1');
    });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  test('slows the account down for every stranger, wherever they are', () => {
    const {throttle} = throttleAt();
    for (let n = 0; n < 6; n++) throttle.tried('an', `10.0.0.${n}`);
    expect(throttle.waitFor('an', '10.9.9.9')).toBe(1000);
    expect(throttle.waitFor('binh', '10.9.9.9')).toBe(0);
  });

  test('at many accounts slows the address down', () => {
    const {throttle} = throttleAt();
    for (let n = 0; n < 21; n++) throttle.tried(`account-${n}`, '10.0.0.1');
    expect(throttle.waitFor('another', '10.0.0.1')).toBe(1000);
    expect(throttle.waitFor('another', '10.0.0.2')).toBe(0);
  });

  test('never keeps anybody out for longer than a minute', () => {
    const {time, throttle} = throttleAt();
    tryOften(throttle, 1000, 'an', '10.0.0.1');
    expect(throttle.waitFor('an', '10.0.0.1')).toBe(longestWait);
    time.now = longestWait;
    expect(throttle.waitFor('an', '10.0.0.1')).toBe(0);
  });

  test('by strangers does not keep out who signed in from here before', () => {
    const {throttle} = throttleAt();
    throttle.tried('an', '10.0.0.1');
    throttle.succeeded('an', '10.0.0.1');
    tryOften(throttle, 100, 'an', '10.6.6.6');
    expect(throttle.waitFor('an', '10.0.0.1')).toBe(0);
    expect(throttle.waitFor('an', '10.6.6.6')).toBe(longestWait);
  });

  test('is not forgiven to an address because one account of theirs is right', () => {
    const {throttle} = throttleAt();
    for (let n = 0; n < 20; n++) throttle.tried(`account-${n}`, '10.0.0.1');
    throttle.tried('own', '10.0.0.1');
    throttle.succeeded('own', '10.0.0.1');
    throttle.tried('next', '10.0.0.1');
    expect(throttle.waitFor('other', '10.0.0.1')).toBe(1000);
  });
});

test('the sixth guess in a row waits, says how long, and even the right password waits with it', async () => {
  let now = Date.now();
  await using server = await startTestServer(undefined, {clock: () => now});
  await addAccount(server, 'an.nguyen', 'lanh_dao');
  const guess = (word: string) =>
    ask(server, 'POST', '/session', {body: {account: 'an.nguyen', password: word}});
  for (let n = 0; n < 6; n++) expect((await guess('không phải mật khẩu')).status).toBe(401);
  const slowed = await guess(password);
  expect([slowed.status, slowed.headers.get('retry-after'), await slowed.json()]).toMatchObject([
    429,
    '1',
    {code: 'too_many_attempts'},
  ]);
  now += 1000;
  expect((await signIn(server, 'an.nguyen')).session.id).toBe('an.nguyen');
});

test('many guesses at once are not more than few one after another', async () => {
  await using server = await startTestServer(undefined, {clock: () => 0});
  await addAccount(server, 'an.nguyen', 'lanh_dao');
  const statuses = await Promise.all(
    Array.from({length: 12}, async (_, n) => {
      const body = {account: 'an.nguyen', password: `không phải mật khẩu ${n}`};
      return (await ask(server, 'POST', '/session', {body})).status;
    }),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(6);
});
