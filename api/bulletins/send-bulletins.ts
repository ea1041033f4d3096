import {vietnamDay} from '../../warehouse/moments.ts';
import type {VersionScope} from '../open-version.ts';
import type {Paper} from '../papers/paper.ts';
import {system} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';
import {readAlertRules} from './alert-rules.ts';
import {alertsDigest} from './alerts-digest.ts';
import {mondayDue} from './due.ts';
import {findAlerts, type Finding} from './findings.ts';
import type {Mailer} from './mailer.ts';
import {noteFailed, noteNotSent, noteSent, takeInHand, wasSent, type Mailing} from './mailings.ts';
import {readProvinceBulletin, readRanks, readWeeklyPage, type Ranks} from './read-bulletin.ts';
import {snoozesOn} from './snoozes.ts';
import {
  hindranceOf,
  isQuiet,
  listSubscribers,
  type BulletinKind,
  type Hindrance,
  type Subscriber,
} from './subscriptions.ts';
import {hearersOf} from './who-hears.ts';

/** What sending needs of the world. */
export interface SendingParts {
  versions: Versions;
  store: Store;
  /** Nothing is sent without one, and the log says so. */
  mailer: Mailer | undefined;
  /** Where people reach the dashboard, when it is known. */
  publicUrl?: URL | undefined;
  now: () => Date;
  /** Where our own faults are told. */
  report: (error: unknown) => void;
  /** Says what would be done, and does nothing. */
  isDryRun?: boolean;
  /** Once it is aborted no further letter is begun. */
  signal?: AbortSignal;
}

/** What became of one letter in a run. */
export interface SendingResult {
  account: string;
  bulletin: BulletinKind;
  occasion: string;
  outcome: 'sent' | 'would_send' | 'failed' | 'not_sent';
  reason: string | null;
}

/** A letter that is due. */
interface Due {
  subscriber: Subscriber;
  mailing: Mailing;
  findings: readonly Finding[];
  read: () => Promise<Paper>;
}

const reasons: Readonly<Record<Exclude<Hindrance, 'switched_off'>, string>> = {
  no_address: 'Chưa có địa chỉ thư; quản trị viên nhập trên trang Bản tin và cảnh báo.',
  account_closed: 'Tài khoản của người nhận đã khóa.',
  other_role: 'Vai trò của người nhận đã đổi, không còn được nhận bản tin này.',
};

/** Sends what is due and was not sent yet; what fails is tried again by the next run. */
export async function sendBulletins(parts: SendingParts): Promise<SendingResult[]> {
  const {versions, store, mailer, now, isDryRun = false, signal} = parts;
  if (versions.inForce === undefined) return [];
  const results: SendingResult[] = [];
  let unreachable: string | undefined;
  for (const due of await lettersDue(parts)) {
    if (signal?.aborted) break;
    const {subscriber, mailing} = due;
    const {account, bulletin} = subscriber.subscription;
    const told = (outcome: SendingResult['outcome'], reason: string | null = null) =>
      results.push({account, bulletin, occasion: mailing.occasion, outcome, reason});
    const hindrance = hindranceOf(subscriber);
    if (hindrance === 'switched_off' || wasSent(store, mailing)) continue;
    const whyNot = hindrance
      ? reasons[hindrance]
      : mailer === undefined
        ? 'Máy chủ chưa có cài đặt gửi thư (THADS_SMTP_URL, THADS_MAIL_FROM).'
        : isQuiet(subscriber.subscription, now())
          ? `Đang trong giờ yên lặng của người nhận; gửi sau ${subscriber.subscription.quiet_to}.`
          : unreachable;
    if (whyNot !== undefined || mailer === undefined) {
      if (!isDryRun) noteNotSent(store, mailing, whyNot ?? '', now());
      told('not_sent', whyNot);
      continue;
    }
    if (isDryRun) {
      told('would_send');
      continue;
    }
    const inHand = takeInHand(store, mailing, now());
    if (inHand === undefined) continue;
    try {
      await send(due, mailer, parts);
      noteSent(store, inHand, due.findings, now());
      told('sent');
    } catch (error) {
      const reason = sentenceOf(error);
      if (isOutOfReach(error)) unreachable = reason;
      else if (!isRefusal(error)) parts.report(error);
      noteFailed(store, inHand, reason, now());
      told('failed', reason);
    }
  }
  return results;
}

async function send({subscriber, mailing, read}: Due, mailer: Mailer, parts: SendingParts): Promise<void> {
  const {store, publicUrl, now} = parts;
  const {id, bulletin} = subscriber.subscription;
  const paper = await read();
  const {occasion, version, address} = mailing;
  writeAudit(
    store,
    {
      ...system,
      action: 'bulletin.send',
      subject: `subscription:${id}`,
      details: {bulletin, occasion, version, address},
      outcome: 'begun',
    },
    now(),
  );
  await mailer.send({
    to: address!,
    paper,
    key: `${id} ${bulletin} ${occasion}`,
    link: publicUrl && new URL(pathOf(subscriber), publicUrl),
    withPdf: bulletin !== 'alerts',
  });
}

/** The page that a bulletin is of. */
function pathOf({subscription, account}: Subscriber): string {
  if (subscription.bulletin === 'alerts') return '/ban-tin';
  return account.province === undefined ? '/' : `/tinh/${account.province}`;
}

/** Every letter that is due now, whether or not it was sent. */
async function lettersDue(parts: SendingParts): Promise<Due[]> {
  const {versions, store, now} = parts;
  const {night, version, demo} = versions.inForce!.current;
  const subscribers = listSubscribers(store);
  const findings = new FindingsByScope(versions, store);
  const papers = new Map<string, Promise<Paper>>();
  const once = (key: string, read: () => Promise<Paper>) => () => {
    const reading = papers.get(key) ?? read();
    papers.set(key, reading);
    return reading;
  };
  const snoozes = snoozesOn(store, vietnamDay(now()));
  let ranks: Promise<Ranks> | undefined;
  const due: Due[] = [];
  for (const subscriber of subscribers) {
    const {subscription, account} = subscriber;
    const about = account.province ?? 'VN';
    const mailing = {
      subscription_id: subscription.id,
      unit_id: about,
      night,
      version,
      address: subscription.address,
    };
    if (subscription.bulletin === 'alerts') {
      const heard = (await findings.of(account))
        .flatMap((finding) =>
          hearersOf(finding, [subscriber], snoozes, store).map(({outcome}) => ({finding, outcome})),
        )
        .filter(({outcome}) => outcome !== 'already_sent' && outcome !== 'snoozed')
        .map(({finding}) => finding);
      if (heard.length === 0) continue;
      due.push({
        subscriber,
        mailing: {...mailing, occasion: night},
        findings: heard,
        read: () => Promise.resolve(alertsDigest(heard, {night, version, demo})),
      });
      continue;
    }
    const monday = mondayDue(subscription, now());
    if (monday === undefined) continue;
    due.push({
      subscriber,
      mailing: {...mailing, occasion: monday},
      findings: [],
      read:
        subscription.bulletin === 'weekly'
          ? once('weekly', () => readWeeklyPage(versions, store))
          : () => readProvinceBulletin(about, versions, store, (ranks ??= readRanks(versions, store))),
    });
  }
  return due;
}

/** What is found in the file of each scope, looked for once. */
class FindingsByScope {
  readonly #versions: Versions;
  readonly #store: Store;
  readonly #found = new Map<string, Promise<Finding[]>>();

  constructor(versions: Versions, store: Store) {
    this.#versions = versions;
    this.#store = store;
  }

  /** The findings somebody may hear of. */
  of({role, province}: Subscriber['account']): Promise<Finding[]> {
    if (role === 'tinh' && province === undefined) return Promise.resolve([]);
    const key = role === 'tinh' ? province! : 'VN';
    const scope: VersionScope = role === 'tinh' ? {province: key} : 'no_parties';
    const finding =
      this.#found.get(key) ??
      this.#versions.use(async (version) => {
        const {night} = version.current;
        return findAlerts(await readAlertRules(version, night, this.#store), night, version);
      }, scope);
    this.#found.set(key, finding);
    return finding;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** No mail server answers: the letters after this one need not wait for it too. */
const isOutOfReach = (error: unknown): boolean =>
  ['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ETLS', 'EAUTH', 'ECONNREFUSED'].includes(codeOf(error));

const isRefusal = (error: unknown): boolean => ['EENVELOPE', 'EMESSAGE'].includes(codeOf(error));

function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message.slice(0, 200) : '';
  if (isOutOfReach(error)) return `Không gửi được qua máy chủ thư: ${said}`;
  if (isRefusal(error)) return `Máy chủ thư không nhận thư này: ${said}`;
  return 'Không làm được bản tin; lỗi đã được ghi ở máy chủ.';
}
