import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {extractText, getDocumentProxy} from 'unpdf';
import {openMailer, type Mailer} from '../../api/bulletins/mailer.ts';
import {readMailSettings} from '../../api/bulletins/mail-settings.ts';
import {mondayDue} from '../../api/bulletins/due.ts';
import {listMailings} from '../../api/bulletins/mailings.ts';
import {sendBulletins, type SendingResult} from '../../api/bulletins/send-bulletins.ts';
import {sendOnce, sendingLines} from '../../api/bulletins/send-once.ts';
import {snooze} from '../../api/bulletins/snoozes.ts';
import {changeSubscription, subscribe, type BulletinKind} from '../../api/bulletins/subscriptions.ts';
import {system} from '../../api/state/accounts.ts';
import {openStore, stateFolder, type Store} from '../../api/state/store.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {headerOf, partOf, startMailServer, type MailServer} from './mail-server.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount} from './signing-in.ts';

let server: TestServer;
let store: Store;
let versions: Versions;
let mails: MailServer;
let mailer: Mailer;
const faults: unknown[] = [];
/** A Monday, a quarter past seven. */
const monday = new Date('2026-04-06T07:15:00+07:00');
const before = new Date('2026-04-01T08:00:00+07:00');

beforeAll(async () => {
  server = await startTestServer({version: 'a'});
  await addAccount(server, 'lanh.dao', 'lanh_dao');
  await addAccount(server, 'thanh.hoa', 'tinh', '38');
  await addAccount(server, 'son.la', 'tinh', '14');
  store = openStore(stateFolder(server.data));
  versions = await Versions.follow(dataFolder(server.data), (error) => faults.push(error));
});
afterAll(async () => {
  await versions.close();
  store.close();
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  mails = await startMailServer();
  mailer = openMailer({server: mails.url, from: 'ban-tin@thads.example.vn'});
});
afterEach(async () => {
  mailer.close();
  await mails.close();
  store.db.exec(`
    delete from alerts_told; delete from bulletin_mailings; delete from bulletin_subscriptions;
    delete from alert_snoozes; delete from alert_rules;
  `);
  expect(faults.splice(0)).toEqual([]);
});

const to = (account: string) => `${account}@thads.example.vn`;

const wants = (account: string, bulletin: BulletinKind, more: {quiet?: [string, string]; at?: Date} = {}) =>
  subscribe(
    store,
    {
      account,
      bulletin,
      address: to(account),
      quiet_from: more.quiet?.[0] ?? null,
      quiet_to: more.quiet?.[1] ?? null,
      is_on: true,
    },
    system,
    more.at ?? before,
  ).subscription;

const run = (
  now: Date,
  more: {mailer?: Mailer | undefined; isDryRun?: boolean} = {},
): Promise<SendingResult[]> =>
  sendBulletins({
    versions,
    store,
    mailer,
    publicUrl: new URL('https://thads.example.vn'),
    now: () => now,
    report: (error) => faults.push(error),
    ...more,
  });

const outcomes = (results: readonly SendingResult[]) =>
  results.map(({account, bulletin, outcome}) => [account, bulletin, outcome]);

describe('on Monday at seven', () => {
  test('each province gets its own bulletin and the leaders their page, as HTML, as text and as PDF', async () => {
    wants('lanh.dao', 'weekly');
    wants('thanh.hoa', 'province');
    wants('son.la', 'province');
    expect(outcomes(await run(monday))).toEqual([
      ['lanh.dao', 'weekly', 'sent'],
      ['son.la', 'province', 'sent'],
      ['thanh.hoa', 'province', 'sent'],
    ]);
    const [leaders, sonLa, thanhHoa] = mails.arrived;
    expect(mails.arrived.map((letter) => letter.to)).toEqual([to('lanh.dao'), to('son.la'), to('thanh.hoa')]);
    expect(headerOf(thanhHoa!, 'Subject')).toBe(
      'Bản tin dữ liệu thi hành án dân sự – Thanh Hóa, số liệu đến 31/3/2026',
    );
    expect(headerOf(leaders!, 'From')).toContain('<ban-tin@thads.example.vn>');

    // What arrives is what the API answers, but for the way back to the page.
    const shown = await (await server.get('/bulletins/38')).text();
    const arrived = partOf(thanhHoa!, 'text/html').toString('utf8').replaceAll('\r\n', '\n');
    const link = '<p><a href="https://thads.example.vn/tinh/38">Mở trang số liệu</a></p>';
    expect(arrived).toContain(link);
    const inline = 'src="cid:bieu-do-1@thads.example.vn"';
    expect(arrived).toContain(inline);
    const [picture = ''] = /src="data:image\/png;base64,[^"]*"/.exec(shown) ?? [];
    expect(arrived.replace(link, '').trim()).toBe(shown.replace(picture, inline).trim());
    // The picture travels inside the letter, and is not a file beside it.
    expect(thanhHoa!.raw).toMatch(/Content-Id: <bieu-do-1@thads\.example\.vn>/i);
    expect(partOf(thanhHoa!, 'image/png').toString('base64')).toBe(
      picture.slice('src="data:image/png;base64,'.length, -1),
    );
    expect(partOf(thanhHoa!, 'text/plain').toString('utf8')).toContain('đã nhập 188/200 hồ sơ (94,00%)');
    const pdf = await getDocumentProxy(new Uint8Array(partOf(sonLa!, 'application/pdf')));
    expect((await extractText(pdf, {mergePages: true})).text).toContain('Sơn La');

    // Nothing of one province in the letter to another.
    const names = {'38': ['Thanh Hóa', '38.KV01', '38.KV02'], '14': ['Sơn La', '14.KV01']};
    const wordsOf = (letter: typeof sonLa) =>
      partOf(letter!, 'text/html').toString('utf8') + partOf(letter!, 'text/plain').toString('utf8');
    expect(names['38'].filter((name) => wordsOf(sonLa).includes(name))).toEqual([]);
    expect(names['14'].filter((name) => wordsOf(thanhHoa).includes(name))).toEqual([]);
  });

  test('a second run sends nothing again', async () => {
    wants('thanh.hoa', 'province');
    await run(monday);
    expect(await run(new Date(monday.getTime() + 600_000))).toEqual([]);
    expect(mails.arrived).toHaveLength(1);
    expect(listMailings(store, 10).map(({state, attempts, occasion}) => [state, attempts, occasion])).toEqual(
      [['sent', 1, '2026-04-06']],
    );
  });

  test('two runs at once send one letter', async () => {
    wants('thanh.hoa', 'province');
    await Promise.all([run(monday), run(monday)]);
    expect(mails.arrived).toHaveLength(1);
  });

  test.each([
    ['2026-04-06T06:59:59+07:00', undefined],
    ['2026-04-06T07:00:00+07:00', '2026-04-06'],
    ['2026-04-08T06:59:59+07:00', '2026-04-06'],
    ['2026-04-08T07:00:00+07:00', undefined],
  ])('at %s the bulletin of %s is due', (at, due) => {
    expect(mondayDue({since: '2026-04-01T08:00:00+07:00'}, new Date(at))).toBe(due);
    expect(mondayDue({since: '2026-04-06T07:05:00+07:00'}, new Date(at))).toBeUndefined();
  });
});

describe('the digest of alerts', () => {
  test('is one letter of all that is found, and each finding is told once', async () => {
    wants('lanh.dao', 'alerts');
    wants('son.la', 'alerts');
    expect(outcomes(await run(before))).toEqual([['lanh.dao', 'alerts', 'sent']]);
    const html = partOf(mails.arrived[0]!, 'text/html').toString('utf8');
    expect(html).toContain('Tỷ lệ cập nhật dữ liệu về tiền dưới 5%');
    expect(html).toContain('Tỷ lệ cập nhật hồ sơ dưới 100%');
    expect(html.match(/Thanh Hóa/g)).toHaveLength(2);
    expect(await run(before)).toEqual([]);
    expect(listMailings(store, 10)[0]!.told.map(({rule, unit_id, value}) => [rule, unit_id, value])).toEqual([
      ['list.money_coverage_below_5', '38', 0.01],
      ['target.completion_rate', '38', 0.94],
    ]);
  });

  test('leaves out what rests, and is no letter when nothing is left', async () => {
    wants('thanh.hoa', 'alerts');
    const rest = {unit_id: null, until: '2026-04-30', reason: 'Đã có kế hoạch.'};
    snooze(store, {...rest, rule: 'list.money_coverage_below_5'}, system, before);
    snooze(store, {...rest, rule: 'target.completion_rate', unit_id: '38'}, system, before);
    expect(await run(before)).toEqual([]);
    expect(mails.arrived).toEqual([]);
  });
});

describe('what is not sent', () => {
  test('waits for the end of the quiet hours, and then goes out', async () => {
    wants('thanh.hoa', 'province', {quiet: ['22:00', '08:00']});
    const [waiting] = await run(monday);
    expect(waiting).toMatchObject({
      outcome: 'not_sent',
      reason: 'Đang trong giờ yên lặng của người nhận; gửi sau 08:00.',
    });
    expect(outcomes(await run(new Date('2026-04-06T08:00:00+07:00')))).toEqual([
      ['thanh.hoa', 'province', 'sent'],
    ]);
    expect(listMailings(store, 10).map(({state, reason}) => [state, reason])).toEqual([['sent', null]]);
  });

  test('has its reason in the log: no settings for mail, no address, another role', async () => {
    const {id} = wants('thanh.hoa', 'province');
    expect((await run(monday, {mailer: undefined}))[0]!.reason).toContain('THADS_SMTP_URL');
    changeSubscription(store, id, {address: null}, system, before);
    await run(monday);
    expect(listMailings(store, 10).map(({state, reason}) => [state, reason])).toEqual([
      ['not_sent', 'Chưa có địa chỉ thư; quản trị viên nhập trên trang Bản tin và cảnh báo.'],
    ]);
    changeSubscription(store, id, {is_on: false, address: to('thanh.hoa')}, system, before);
    expect(await run(monday)).toEqual([]);
    expect(mails.arrived).toEqual([]);
  });

  test('because the mail server refuses it is tried again, and does not keep the others from theirs', async () => {
    wants('son.la', 'province');
    wants('thanh.hoa', 'province');
    mails.unknown.add(to('son.la'));
    const results = await run(monday);
    expect(outcomes(results)).toEqual([
      ['son.la', 'province', 'failed'],
      ['thanh.hoa', 'province', 'sent'],
    ]);
    expect(results[0]!.reason).toContain('Máy chủ thư không nhận thư này');
    mails.unknown.clear();
    expect(outcomes(await run(monday))).toEqual([['son.la', 'province', 'sent']]);
    expect(new Set(mails.arrived.map((letter) => headerOf(letter, 'Message-ID'))).size).toBe(2);
  });

  test('because no mail server answers is said at once of every letter, and all go out by the next run', async () => {
    wants('son.la', 'province');
    wants('thanh.hoa', 'province');
    const nowhere = openMailer({server: new URL('smtp://127.0.0.1:1'), from: 'ban-tin@thads.example.vn'});
    expect(outcomes(await run(monday, {mailer: nowhere}))).toEqual([
      ['son.la', 'province', 'failed'],
      ['thanh.hoa', 'province', 'not_sent'],
    ]);
    nowhere.close();
    expect((await run(monday)).map(({outcome}) => outcome)).toEqual(['sent', 'sent']);
  });

  test('by a dry run is said, and nothing is written down', async () => {
    wants('thanh.hoa', 'province');
    expect(outcomes(await run(monday, {isDryRun: true}))).toEqual([['thanh.hoa', 'province', 'would_send']]);
    expect([mails.arrived, listMailings(store, 10)]).toEqual([[], []]);
  });
});

describe('the settings for mail', () => {
  test('are none, or both of them', () => {
    expect(readMailSettings({})).toBeUndefined();
    const settings = {
      THADS_SMTP_URL: 'smtps://a:b@thu.example.vn',
      THADS_MAIL_FROM: 'ban-tin@thads.example.vn',
    };
    expect(readMailSettings(settings)?.server.hostname).toBe('thu.example.vn');
  });

  test.each([
    [{THADS_SMTP_URL: 'smtp://thu.example.vn'}, 'phải đặt cả'],
    [{THADS_SMTP_URL: 'http://thu.example.vn', THADS_MAIL_FROM: 'a@b.vn'}, 'THADS_SMTP_URL phải viết như'],
    [{THADS_SMTP_URL: 'smtp://thu.example.vn', THADS_MAIL_FROM: 'A <a@b.vn>'}, 'phải là một địa chỉ thư'],
  ])('that make no sense (%j) are refused', (env, sentence) => {
    expect(() => readMailSettings(env)).toThrow(sentence);
  });
});

describe('the command', () => {
  test('sends what is due beside a running server, and says of each letter what became of it', async () => {
    wants('lanh.dao', 'alerts');
    const env = {THADS_SMTP_URL: mails.url.href, THADS_MAIL_FROM: 'ban-tin@thads.example.vn'};
    const planned = await sendOnce({data: server.data, dryRun: true}, env);
    expect(sendingLines(planned)).toEqual(['lanh.dao: thư cảnh báo – sẽ gửi']);
    expect(sendingLines(await sendOnce({data: server.data}, env))).toEqual([
      'lanh.dao: thư cảnh báo – đã gửi',
    ]);
    expect(mails.arrived).toHaveLength(1);
    expect(sendingLines(await sendOnce({data: server.data}, {}))).toEqual(['Không có thư nào đến hạn.']);
  });
});
