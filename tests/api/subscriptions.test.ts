import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import type {MailingsAnswer, Problem, SubscriptionAnswer, SubscriptionsAnswer} from '../../api/answers.ts';
import {noteFailed, noteNotSent, noteSent, takeInHand} from '../../api/bulletins/mailings.ts';
import type {Finding} from '../../api/bulletins/findings.ts';
import {isQuiet} from '../../api/bulletins/subscriptions.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount, ask, withState} from './signing-in.ts';

let server: TestServer;
const now = new Date('2026-04-01T08:00:00+07:00');
beforeAll(async () => {
  server = await startTestServer({version: 'a'}, {clock: () => now.getTime()});
  await addAccount(server, 'lanh.dao', 'lanh_dao');
  await addAccount(server, 'thanh.hoa', 'tinh', '38');
  await addAccount(server, 'son.la', 'tinh', '14');
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() =>
  withState(server, ({db}) =>
    db.exec('delete from alerts_told; delete from bulletin_mailings; delete from bulletin_subscriptions'),
  ),
);

const subscribe = (body: object) =>
  ask(server, 'POST', '/bulletins/subscriptions', {body, ...server.as('quan_tri')});
const change = (id: number, body: object) =>
  ask(server, 'PATCH', `/bulletins/subscriptions/${id}`, {body, ...server.as('quan_tri')});
const made = async (body: object) => (await (await subscribe(body)).json()) as SubscriptionAnswer;
const read = async <Answer>(path: string, headers: Record<string, string>) =>
  (await (await server.get(path, headers)).json()) as Answer;

describe('a subscription', () => {
  test('without an address waits for one, and says so', async () => {
    const {id, hindrance} = await made({account: 'lanh.dao', bulletin: 'weekly'});
    expect(hindrance).toBe('no_address');
    const address = 'lanh.dao@thads.example.vn';
    expect(await (await change(id, {address})).json()).toMatchObject({address, hindrance: null});
    expect(await (await change(id, {is_on: false})).json()).toMatchObject({hindrance: 'switched_off'});
  });

  test.each([
    [{account: 'nobody', bulletin: 'weekly'}, 'Không có tài khoản nobody'],
    [{account: 'thanh.hoa', bulletin: 'weekly'}, 'không được nhận bản tin'],
    [{account: 'lanh.dao', bulletin: 'weekly', address: 'a\r\nBcc: b@c.vn'}, 'cần một địa chỉ thư'],
    [{account: 'lanh.dao', bulletin: 'weekly', quiet_from: '25:00', quiet_to: '06:00'}, 'như 22:00'],
    [{account: 'lanh.dao', bulletin: 'weekly', quiet_from: '22:00'}, 'cần cả giờ bắt đầu'],
    [{account: 'lanh.dao', bulletin: 'daily'}, 'chỉ nhận weekly, province, alerts'],
  ])('that cannot be (%j) is refused with a sentence', async (body, sentence) => {
    const answer = await subscribe(body);
    expect([answer.status, ((await answer.json()) as Problem).detail]).toEqual([
      422,
      expect.stringContaining(sentence),
    ]);
  });

  test('is made once for a person and a bulletin', async () => {
    await made({account: 'lanh.dao', bulletin: 'weekly'});
    expect((await subscribe({account: 'lanh.dao', bulletin: 'weekly'})).status).toBe(422);
    expect((await change(999, {is_on: false})).status).toBe(404);
  });

  test('of another province is not shown to a province', async () => {
    await made({account: 'thanh.hoa', bulletin: 'province', address: 'thanh.hoa@thads.example.vn'});
    await made({account: 'son.la', bulletin: 'province', address: 'son.la@thads.example.vn'});
    const own = await read<SubscriptionsAnswer>('/bulletins/subscriptions', server.as('tinh', '38'));
    expect(own.rows.map(({account}) => account)).toEqual(['thanh.hoa']);
  });
});

test.each([
  ['22:00', '06:00', '23:30', true],
  ['22:00', '06:00', '05:59', true],
  ['22:00', '06:00', '06:00', false],
  ['12:00', '13:30', '12:15', true],
  ['12:00', '13:30', '14:00', false],
])('between %s and %s it is quiet at %s: %s', (quiet_from, quiet_to, time, quiet) => {
  const at = new Date(`2026-04-01T${time}:00+07:00`);
  expect(isQuiet({quiet_from, quiet_to, address: null, is_on: true}, at)).toBe(quiet);
});

describe('the log', () => {
  const finding = (unit_id: string, value: number): Finding => ({
    rule: {
      id: '1',
      revision: 1,
      metric: 'completion_rate',
      level: 'province',
      within: 'VN',
      comparison: 'below',
      threshold: 0.95,
      deadline: null,
      lead_days: null,
      audience: 'both',
      note: '',
      is_active: true,
      letter: null,
      at: null,
      actor: null,
    },
    unit_id,
    unit_name: unit_id,
    province_id: unit_id,
    value,
    since: '2026-03-24',
  });

  const mailing = (subscription_id: number, occasion = '2026-03-24') => ({
    subscription_id,
    occasion,
    unit_id: 'VN',
    night: '2026-03-24',
    version: 'a',
    address: 'lanh.dao@thads.example.vn',
  });

  test('says of every unit that was told whether it has come up since', async () => {
    const {id} = await made({account: 'lanh.dao', bulletin: 'alerts', address: 'lanh.dao@thads.example.vn'});
    await withState(server, (store) => {
      const inHand = takeInHand(store, mailing(id), now)!;
      expect(takeInHand(store, mailing(id), now)).toBeUndefined();
      noteSent(store, inHand, [finding('14', 0.5), finding('38', 0.5), finding('48', 0.5)], now);
      expect(takeInHand(store, mailing(id), now)).toBeUndefined();
    });
    const log = await read<MailingsAnswer>('/bulletins/log', server.as('lanh_dao'));
    expect(log.rows.map(({state, account}) => [state, account])).toEqual([['sent', 'lanh.dao']]);
    expect(log.rows[0]!.told.map(({unit_id, now: value, state}) => [unit_id, value, state])).toEqual([
      ['14', 1, 'met'],
      ['38', 0.94, 'not_met'],
      ['48', null, 'no_data'],
    ]);
    // The administrator keeps the list, and sees no figure.
    const seen = await read<MailingsAnswer>('/bulletins/log', server.as('quan_tri'));
    expect([seen.rows.length, seen.rows[0]!.told]).toEqual([1, []]);
    expect((await read<MailingsAnswer>('/bulletins/log', server.as('tinh', '38'))).rows).toEqual([]);
  });

  test('says why nothing was sent, and a try that failed is tried again', async () => {
    const {id} = await made({account: 'lanh.dao', bulletin: 'weekly'});
    await withState(server, (store) => {
      noteNotSent(store, mailing(id, '2026-03-23'), 'Chưa có địa chỉ thư.', now);
      noteNotSent(
        store,
        mailing(id, '2026-03-23'),
        'Chưa có địa chỉ thư.',
        new Date(now.getTime() + 900_000),
      );
      const first = takeInHand(store, mailing(id), now)!;
      noteFailed(store, first, 'Máy chủ thư không trả lời.', now);
      expect(takeInHand(store, mailing(id), now)).toBe(first);
      // Whoever has had it in hand for long was stopped on the way.
      expect(takeInHand(store, mailing(id), new Date(now.getTime() + 16 * 60_000))).toBe(first);
    });
    const {rows, has_mail} = await read<MailingsAnswer>('/bulletins/log', server.as('quan_tri'));
    expect(rows.map(({state, reason, attempts}) => [state, reason, attempts])).toEqual([
      ['sending', null, 3],
      ['not_sent', 'Chưa có địa chỉ thư.', 0],
    ]);
    expect([has_mail, rows[1]!.at]).toEqual([false, '2026-04-01T08:00:00+07:00']);
  });
});
