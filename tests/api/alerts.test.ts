import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import type {AlertPreview, AlertRuleAnswer, AlertsAnswer, Problem} from '../../api/answers.ts';
import {createAccount, disableAccount, system} from '../../api/state/accounts.ts';
import {noteSent, takeInHand} from '../../api/bulletins/mailings.ts';
import {changeSubscription, subscribe} from '../../api/bulletins/subscriptions.ts';
import {findAlerts} from '../../api/bulletins/findings.ts';
import {readAlertRules} from '../../api/bulletins/alert-rules.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {ask, withState} from './signing-in.ts';

let server: TestServer;
const now = new Date('2026-04-01T08:00:00+07:00');
beforeAll(async () => {
  server = await startTestServer({version: 'a'}, {clock: () => now.getTime()});
});
afterAll(() => server[Symbol.asyncDispose]());

beforeEach(() =>
  withState(server, ({db}) =>
    db.exec(`
      delete from alerts_told; delete from bulletin_mailings; delete from bulletin_subscriptions;
      delete from alert_snoozes; delete from alert_rules;
    `),
  ),
);

const leadership = () => server.as('lanh_dao');
const ofProvince = (province: string) => server.as('tinh', province);

async function asked<Answer>(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await server.get(path, headers);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const preview = (headers: Record<string, string> = {}) => asked<AlertPreview>('/alerts/preview', headers);

const rule = {
  metric: 'files_missing',
  level: 'office',
  comparison: 'above',
  threshold: 5,
  audience: 'both',
};

async function made(body: object): Promise<AlertRuleAnswer> {
  const response = await ask(server, 'POST', '/alerts', {body, ...leadership()});
  expect(response.status).toBe(201);
  return (await response.json()) as AlertRuleAnswer;
}

const refused = async (method: string, path: string, body: object) =>
  (await (await ask(server, method, path, {body, ...leadership()})).json()) as Problem;

/** Somebody who is to be told. */
const subscriber = (
  id: string,
  standing: {role: 'lanh_dao' | 'tinh'; province?: string},
  address: string | null,
) =>
  withState(server, async (store) => {
    await createAccount(store, {id, full_name: `Người ${id}`, ...standing}, system).catch(() => undefined);
    return subscribe(
      store,
      {account: id, bulletin: 'alerts', address, quiet_from: null, quiet_to: null, is_on: true},
      system,
      now,
    ).subscription;
  });

describe('the rules', () => {
  test('of letters are there by themselves: money below 5 %, and files not yet entered near the deadline', async () => {
    const {rows} = await asked<AlertsAnswer>('/alerts');
    expect(
      rows.map(({id, metric, level, comparison, threshold, deadline, lead_days}) => [
        id,
        metric,
        level,
        comparison,
        threshold,
        deadline,
        lead_days,
      ]),
    ).toEqual([
      ['list.money_coverage_below_5', 'money_coverage', 'province', 'below', 0.05, '2026-04-14', null],
      ['target.completion_rate', 'completion_rate', 'province', 'below', 1, '2026-04-14', 14],
    ]);
    expect(rows.every(({letter}) => letter?.includes('CQLTHADS'))).toBe(true);
  });

  test('of letters cannot be changed, only rested', async () => {
    const change = await refused('PATCH', '/alerts/target.completion_rate', {revision: 1, is_active: false});
    expect([change.status, change.detail]).toEqual([
      422,
      'Quy tắc này do văn bản đặt ra (CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)) nên không sửa ở đây; có thể tạm dừng báo.',
    ]);
  });

  test('that a leader makes keep who made them, and each change is one more revision', async () => {
    const {id, revision, actor, at} = await made(rule);
    expect([id, revision, at]).toEqual(['1', 1, '2026-04-01T08:00:00+07:00']);
    expect(actor).toMatch(/^token:/);
    const change = await ask(server, 'PATCH', '/alerts/1', {
      body: {revision: 1, threshold: 9},
      ...leadership(),
    });
    expect(await change.json()).toMatchObject({revision: 2, threshold: 9, metric: 'files_missing'});
    const late = await refused('PATCH', '/alerts/1', {revision: 1, threshold: 3});
    expect([late.status, late.code]).toEqual([409, 'changed_meanwhile']);
  });

  test.each([
    [{...rule, metric: 'no_such'}, 'không có chỉ tiêu mang mã này'],
    [{...rule, metric: 'officer_completion_rate', threshold: 2}, 'phân số từ 0 đến 1'],
    [{...rule, level: 'nation'}, 'chỉ báo lãnh đạo Cục'],
    [{...rule, within: '99'}, 'Không có đơn vị'],
    [{...rule, threshold: -1}, 'số không âm'],
    [{...rule, lead_days: 3}, 'phải nêu hạn'],
    [{...rule, deadline: '2026-02-30'}, 'YYYY-MM-DD'],
    [{...rule, audience: 'everybody'}, 'chỉ nhận province, leadership, both'],
  ])('that cannot be (%j) are refused with a sentence', async (body, sentence) => {
    expect((await refused('POST', '/alerts', body)).detail).toContain(sentence);
  });
});

describe('tonight', () => {
  test('each unit that breaks a rule is found, with its value and the first night of its spell', async () => {
    const {rows, units, letters} = await preview();
    expect(rows.map(({rule: id, unit_id, value, since}) => [id, unit_id, value, since])).toEqual([
      ['list.money_coverage_below_5', '38', 0.01, '2026-03-31'],
      ['target.completion_rate', '38', 0.94, '2026-03-24'],
    ]);
    expect([units, letters, rows[0]!.hearers]).toEqual([0, 0, []]);
  });

  test('tells the leadership and the people of the unit’s own province, and says why not the others', async () => {
    await subscriber('lanh.dao', {role: 'lanh_dao'}, 'lanh.dao@thads.example.vn');
    await subscriber('thanh.hoa', {role: 'tinh', province: '38'}, null);
    await subscriber('son.la', {role: 'tinh', province: '14'}, 'son.la@thads.example.vn');
    const {rows, units, letters} = await preview();
    expect(rows[0]!.hearers.map(({account, outcome}) => [account, outcome])).toEqual([
      ['lanh.dao', 'will_send'],
      ['thanh.hoa', 'no_address'],
    ]);
    expect([units, letters]).toEqual([1, 1]);
  });

  test('says nothing of a unit at rest, and speaks again on the day after', async () => {
    await subscriber('lanh.dao', {role: 'lanh_dao'}, 'lanh.dao@thads.example.vn');
    const rest = {unit: '38', until: '2026-04-05', reason: 'Tỉnh đã báo cáo nguyên nhân.'};
    const answer = await ask(server, 'POST', '/alerts/list.money_coverage_below_5/snooze', {
      body: rest,
      ...leadership(),
    });
    expect(await answer.json()).toMatchObject({snoozes: [{unit_id: '38', until: '2026-04-05'}]});
    const {rows} = await preview();
    expect(rows.map(({hearers}) => hearers[0]!.outcome)).toEqual(['snoozed', 'will_send']);
    await ask(server, 'POST', '/alerts/list.money_coverage_below_5/snooze', {
      body: {...rest, until: null},
      ...leadership(),
    });
    expect((await preview()).rows[0]!.hearers[0]!.outcome).toBe('will_send');
  });

  test('says nothing of any unit while the whole rule rests', async () => {
    await subscriber('lanh.dao', {role: 'lanh_dao'}, 'lanh.dao@thads.example.vn');
    const rest = {until: '2026-04-05', reason: 'Chờ văn bản mới của Cục.'};
    await ask(server, 'POST', '/alerts/target.completion_rate/snooze', {body: rest, ...leadership()});
    const {rows} = await preview();
    expect(rows.map(({hearers}) => hearers[0]!.outcome)).toEqual(['will_send', 'snoozed']);
  });

  test('needs a reason for a rest, and a day that is not over', async () => {
    const path = '/alerts/target.completion_rate/snooze';
    expect((await refused('POST', path, {until: '2026-04-05', reason: 'x'})).detail).toContain('10 ký tự');
    const late = await refused('POST', path, {until: '2026-03-31', reason: 'Tỉnh đã báo cáo.'});
    expect(late.detail).toContain('từ hôm nay trở đi');
  });

  test('tells the same finding once, and again when the rule was changed', async () => {
    const {id: subscription_id} = await subscriber(
      'lanh.dao',
      {role: 'lanh_dao'},
      'lanh.dao@thads.example.vn',
    );
    await made({...rule, threshold: 5});
    await withState(server, async (store) => {
      const versions = await Versions.follow(dataFolder(server.data), () => undefined);
      await versions.use(async (version) => {
        const rules = await readAlertRules(version, '2026-03-31', store);
        const findings = await findAlerts(rules, '2026-03-31', version);
        const mailing = {
          subscription_id,
          occasion: '2026-03-31',
          unit_id: 'VN',
          night: '2026-03-31',
          version: 'a',
          address: 'lanh.dao@thads.example.vn',
        };
        noteSent(store, takeInHand(store, mailing, now)!, findings, now);
      });
      await versions.close();
    });
    expect((await preview()).rows.map(({hearers}) => hearers[0]!.outcome)).toEqual([
      'already_sent',
      'already_sent',
      'already_sent',
    ]);
    await ask(server, 'PATCH', '/alerts/1', {body: {revision: 1, threshold: 4}, ...leadership()});
    const {rows} = await preview();
    expect(rows.map(({rule: id, hearers}) => [id, hearers[0]!.outcome])).toEqual([
      ['list.money_coverage_below_5', 'already_sent'],
      ['target.completion_rate', 'already_sent'],
      ['1', 'will_send'],
    ]);
  });

  test('is asked for an earlier night too', async () => {
    const {rows} = await asked<AlertPreview>('/alerts/preview?as_of=2026-03-24');
    expect(rows.map(({rule: id, unit_id, value}) => [id, unit_id, value])).toEqual([
      ['target.completion_rate', '38', 0.5],
    ]);
  });

  test('says nothing to whoever switched it off, left, or has another role now', async () => {
    const {id} = await subscriber('lanh.dao', {role: 'lanh_dao'}, 'lanh.dao@thads.example.vn');
    await subscriber('da.nghi', {role: 'lanh_dao'}, 'da.nghi@thads.example.vn');
    await withState(server, (store) => {
      changeSubscription(store, id, {is_on: false}, system, now);
      disableAccount(store, 'da.nghi', system);
    });
    expect((await preview()).rows[0]!.hearers.map(({outcome}) => outcome)).toEqual([
      'account_closed',
      'switched_off',
    ]);
  });
});

describe('the viewer of a province', () => {
  test('sees the rules that may speak of it, its own units, and its own people alone', async () => {
    await subscriber('lanh.dao', {role: 'lanh_dao'}, 'lanh.dao@thads.example.vn');
    await subscriber('thanh.hoa', {role: 'tinh', province: '38'}, 'thanh.hoa@thads.example.vn');
    await made({...rule, audience: 'leadership', note: 'việc riêng của lãnh đạo'});
    await made({...rule, within: '14', note: 'chỉ Sơn La'});
    await made({...rule, note: 'mọi phòng'});
    const {rows} = await asked<AlertsAnswer>('/alerts', ofProvince('38'));
    expect(rows.map(({note}) => note).slice(2)).toEqual(['mọi phòng']);
    const own = await preview(ofProvince('38'));
    expect(own.rows.map(({unit_id}) => unit_id)).toEqual(['38', '38', '38.KV01']);
    expect(new Set(own.rows.flatMap(({hearers}) => hearers.map(({account}) => account)))).toEqual(
      new Set(['thanh.hoa']),
    );
    expect((await preview(ofProvince('14'))).rows).toEqual([]);
  });

  test('is not told of the rest that another province has', async () => {
    await ask(server, 'POST', '/alerts/target.completion_rate/snooze', {
      body: {unit: '38', until: '2026-04-05', reason: 'Tỉnh đã báo cáo nguyên nhân.'},
      ...leadership(),
    });
    const restsFor = async (province: string) =>
      (await asked<AlertsAnswer>('/alerts', ofProvince(province))).rows[1]!.snoozes.length;
    expect([await restsFor('38'), await restsFor('14')]).toEqual([1, 0]);
  });
});
